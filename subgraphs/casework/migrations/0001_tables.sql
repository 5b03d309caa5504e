CREATE TABLE "casework"."working_time" (
	"rrk" text NOT NULL,
	"step" text NOT NULL,
	"month" text NOT NULL,
	"up_to_minutes" integer NOT NULL,
	"steps" integer NOT NULL,
	"minutes" bigint NOT NULL,
	"minutes_squared" bigint NOT NULL,
	"persons" integer NOT NULL,
	CONSTRAINT "working_time_rrk_step_month_up_to_minutes_pk" PRIMARY KEY("rrk","step","month","up_to_minutes"),
	CONSTRAINT "working_time_month" CHECK ("casework"."working_time"."month" ~ '^\d{4}-\d{2}$'),
	CONSTRAINT "working_time_counted" CHECK ("casework"."working_time"."steps" > 0 AND "casework"."working_time"."minutes" BETWEEN "casework"."working_time"."steps" AND "casework"."working_time"."steps" * "casework"."working_time"."up_to_minutes")
);
