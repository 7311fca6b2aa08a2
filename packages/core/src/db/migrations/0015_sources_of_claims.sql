CREATE TABLE "claim_sources" (
	"organization_id" integer NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	"id" bigint NOT NULL,
	CONSTRAINT "claim_sources_organization_id_claim_id_id_pk" PRIMARY KEY("organization_id","claim_id","id")
);
--> statement-breakpoint
CREATE TABLE "source_chunks" (
	"organization_id" integer NOT NULL,
	"id" bigint NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "source_chunks_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "claim_sources" ADD CONSTRAINT "claim_sources_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_chunks" ADD CONSTRAINT "source_chunks_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;