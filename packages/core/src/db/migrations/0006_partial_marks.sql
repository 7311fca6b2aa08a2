DROP INDEX "idx_claims_service";--> statement-breakpoint
ALTER TABLE "pattern_claims" ADD COLUMN "amount" numeric(14, 2) DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "policy_hits" ADD COLUMN "amount" numeric(14, 2);--> statement-breakpoint
ALTER TABLE "policy_hits" ADD COLUMN "provider_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "service_days_to_recompute" ADD COLUMN "claims" text[];--> statement-breakpoint
ALTER TABLE "service_days_to_recompute" ADD COLUMN "payers" text[];--> statement-breakpoint
CREATE INDEX "idx_claims_service" ON "claims" USING btree ("organization_id","date_of_service","payer_id");--> statement-breakpoint
-- The amounts are filled by the next start or refresh, from the claims that are there. Owners are bound by row-level security too.
ALTER TABLE organization_daily_metrics NO FORCE ROW LEVEL SECURITY;
ALTER TABLE service_days_to_recompute NO FORCE ROW LEVEL SECURITY;
INSERT INTO service_days_to_recompute (organization_id, date_basis, day, cause)
SELECT DISTINCT organization_id, 'service', metric_date, 'upgrade' FROM organization_daily_metrics WHERE date_basis = 'service'
ON CONFLICT DO NOTHING;
ALTER TABLE organization_daily_metrics FORCE ROW LEVEL SECURITY;
ALTER TABLE service_days_to_recompute FORCE ROW LEVEL SECURITY;
