CREATE TABLE "recovered_payments" (
	"organization_id" integer NOT NULL,
	"paid_on" date NOT NULL,
	"adjudication_id" bigint NOT NULL,
	"line_number" integer NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	"payer_id" text COLLATE "C" NOT NULL,
	"rendered_by" text COLLATE "C",
	"amount" numeric(14, 2) NOT NULL,
	CONSTRAINT "recovered_payments_pk" PRIMARY KEY("organization_id","paid_on","adjudication_id","line_number")
);
--> statement-breakpoint
ALTER TABLE "recovered_payments" ADD CONSTRAINT "recovered_payments_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;