CREATE TABLE "import_changes" (
	"organization_id" integer NOT NULL,
	"import_id" bigint NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	"before" jsonb NOT NULL,
	CONSTRAINT "import_changes_organization_id_import_id_claim_id_pk" PRIMARY KEY("organization_id","import_id","claim_id")
);
--> statement-breakpoint
CREATE TABLE "claim_payers" (
	"organization_id" integer NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	"rank" text NOT NULL,
	"payer_id" text COLLATE "C",
	"member_id" text,
	"member_group_id" text,
	"claim_filing_code" text,
	"paid_amount" numeric(14, 2),
	"paid_on" date,
	CONSTRAINT "claim_payers_organization_id_claim_id_rank_pk" PRIMARY KEY("organization_id","claim_id","rank"),
	CONSTRAINT "claim_payers_rank_known" CHECK ("claim_payers"."rank" in ('primary', 'secondary', 'tertiary'))
);
--> statement-breakpoint
CREATE TABLE "claim_submissions" (
	"organization_id" integer NOT NULL,
	"id" bigint NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	"frequency_code" text,
	"submitted_on" date,
	"billed_amount" numeric(14, 2) NOT NULL,
	"payer_control_number" text COLLATE "C",
	CONSTRAINT "claim_submissions_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "match_queue" (
	"organization_id" integer NOT NULL,
	"adjudication_id" bigint NOT NULL,
	"candidates" text[] NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"resolved_claim_id" text COLLATE "C",
	"resolved_by" text,
	"resolved_at" timestamp with time zone,
	CONSTRAINT "match_queue_organization_id_adjudication_id_pk" PRIMARY KEY("organization_id","adjudication_id"),
	CONSTRAINT "match_queue_state_known" CHECK ("match_queue"."state" in ('open', 'resolved', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "code_labels" (
	"organization_id" integer NOT NULL,
	"code_system" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"label" text NOT NULL,
	"source" text NOT NULL,
	"effective_from" date,
	"effective_to" date,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "code_labels_organization_id_code_system_code_pk" PRIMARY KEY("organization_id","code_system","code")
);
--> statement-breakpoint
CREATE TABLE "column_mappings" (
	"organization_id" integer NOT NULL,
	"header_key" text COLLATE "C" NOT NULL,
	"name" text NOT NULL,
	"mapping" jsonb NOT NULL,
	"confirmed_by" text NOT NULL,
	"confirmed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "column_mappings_organization_id_header_key_pk" PRIMARY KEY("organization_id","header_key")
);
--> statement-breakpoint
ALTER TABLE "imports" DROP CONSTRAINT "imports_status_known";--> statement-breakpoint
ALTER TABLE "claim_line_items" DROP CONSTRAINT "claim_line_items_organization_id_claim_id_claims_organization_id_id_fk";
--> statement-breakpoint
ALTER TABLE "claims" DROP CONSTRAINT "claims_organization_id_payer_id_payers_organization_id_id_fk";
--> statement-breakpoint
ALTER TABLE "claims" DROP CONSTRAINT "claims_organization_id_provider_id_providers_organization_id_id_fk";
--> statement-breakpoint
ALTER TABLE "claims" DROP CONSTRAINT "claims_organization_id_rendering_provider_id_providers_organization_id_id_fk";
--> statement-breakpoint
ALTER TABLE "adjudication_lines" DROP CONSTRAINT "adjudication_lines_organization_id_adjudication_id_adjudications_organization_id_id_fk";
--> statement-breakpoint
ALTER TABLE "adjudication_remarks" DROP CONSTRAINT "adjudication_remarks_organization_id_adjudication_id_adjudications_organization_id_id_fk";
--> statement-breakpoint
ALTER TABLE "adjudications" DROP CONSTRAINT "adjudications_organization_id_claim_id_claims_organization_id_id_fk";
--> statement-breakpoint
ALTER TABLE "adjudications" DROP CONSTRAINT "adjudications_organization_id_import_id_imports_organization_id_id_fk";
--> statement-breakpoint
ALTER TABLE "adjudications" DROP CONSTRAINT "adjudications_organization_id_remittance_id_remittances_organization_id_id_fk";
--> statement-breakpoint
ALTER TABLE "adjustments" DROP CONSTRAINT "adjustments_organization_id_adjudication_id_adjudications_organization_id_id_fk";
--> statement-breakpoint
DROP INDEX "imports_file_once";--> statement-breakpoint
DROP INDEX "idx_imports_unfinished";--> statement-breakpoint
DROP INDEX "idx_claim_line_import";--> statement-breakpoint
DROP INDEX "idx_claims_control_number";--> statement-breakpoint
DROP INDEX "idx_claims_import";--> statement-breakpoint
ALTER TABLE "import_rejections" ADD COLUMN "content" text;--> statement-breakpoint
ALTER TABLE "import_rejections" ADD COLUMN "state" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_rejections" ADD COLUMN "mended_by_import" bigint;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undone_by" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "referral_number" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "referring_provider_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "submitter" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "subscriber_name" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "subscriber_relationship" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "is_submitted" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "voided_on" date;--> statement-breakpoint
ALTER TABLE "adjudications" ADD COLUMN "patient_control_number" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "adjudications" ADD COLUMN "is_cash" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "adjudications" ADD COLUMN "match_basis" text;--> statement-breakpoint
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_organization_id_import_id_imports_organization_id_id_fk" FOREIGN KEY ("organization_id","import_id") REFERENCES "public"."imports"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "code_labels" ADD CONSTRAINT "code_labels_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "column_mappings" ADD CONSTRAINT "column_mappings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_import_changes_claim" ON "import_changes" USING btree ("organization_id","claim_id");--> statement-breakpoint
CREATE INDEX "idx_claim_submissions_claim" ON "claim_submissions" USING btree ("organization_id","claim_id");--> statement-breakpoint
CREATE INDEX "idx_match_queue_open" ON "match_queue" USING btree ("organization_id","adjudication_id") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "idx_staging_claim" ON "staging_records" USING btree ("organization_id","import_id","claim_id") WHERE claim_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "imports_file_once" ON "imports" USING btree ("organization_id","sha256") WHERE status not in ('failed', 'undoing', 'undone');--> statement-breakpoint
CREATE INDEX "idx_imports_unfinished" ON "imports" USING btree ("organization_id","id") WHERE status in ('staging', 'merging', 'publishing', 'undoing');--> statement-breakpoint
CREATE INDEX "idx_claim_line_import" ON "claim_line_items" USING brin ("organization_id","import_id");--> statement-breakpoint
CREATE INDEX "idx_claims_control_number" ON "claims" USING btree ("organization_id","patient_control_number","date_of_service");--> statement-breakpoint
CREATE INDEX "idx_claims_import" ON "claims" USING brin ("organization_id","import_id");--> statement-breakpoint
ALTER TABLE "import_rejections" ADD CONSTRAINT "import_rejections_state_known" CHECK ("import_rejections"."state" in ('open', 'mended', 'dismissed'));--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_status_known" CHECK ("imports"."status" in ('staging', 'merging', 'publishing', 'complete', 'failed', 'undoing', 'undone'));--> statement-breakpoint
ALTER TABLE "adjudications" ADD CONSTRAINT "adjudications_match_basis_known" CHECK ("adjudications"."match_basis" in ('payer_control_number', 'dates_and_charge', 'dates', 'charge', 'alone', 'ambiguous', 'by_hand'));