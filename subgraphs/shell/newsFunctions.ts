/** Set for a transaction that writes a synthetic population: what is made up as past is no news. */
export const populating = "sichtfeld.populating";

/** Months in which news is told. */
export const newsMonthsMax = 6;

/**
 * SQL of the functions behind news and changes of facts.
 *
 * The number of news is given at the end of its transaction, by one transaction at a time: the lock is held from there to the moment at
 * which others see the rows, so that a reader who saw a number has seen all below it. No other lock is asked for behind it.
 *
 * Whether a row that goes is erased is known at the end of its transaction, too: the row of a version that an office's own system sends anew
 * is taken away before the later one is laid, perhaps with another person.
 */
export const newsFunctions = `
  CREATE SEQUENCE IF NOT EXISTS directory.news_order;
  CREATE OR REPLACE FUNCTION directory.number_news() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path TO directory, pg_temp AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('sichtfeld news', 0));
    UPDATE directory.news SET number = nextval('directory.news_order') WHERE occasion = NEW.occasion AND number IS NULL;
    RETURN NULL;
  END $$;
  DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgname = 'number_news') THEN
      CREATE CONSTRAINT TRIGGER number_news AFTER INSERT ON directory.news DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION directory.number_news();
    END IF;
  END $$;
  CREATE OR REPLACE FUNCTION directory.tell_news() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE told jsonb := to_jsonb(NEW);
  BEGIN
    IF current_setting('${populating}', true) = 'on' THEN RETURN NULL; END IF;
    INSERT INTO directory.news (occasion, kind, person_ref, case_ref, owners, source, fact_reference, "on", at, kept_until)
      VALUES (
        TG_ARGV[0] || ' ' || NEW.fact_id || ' ' || coalesce(told ->> TG_ARGV[1], ''), TG_ARGV[0], NEW.person_ref, told ->> 'case_ref',
        ARRAY(SELECT told ->> name FROM unnest(string_to_array(TG_ARGV[2], ',')) AS name WHERE told ->> name IS NOT NULL),
        NEW.source_office, NEW.fact_id || '@' || NEW.version || '~' || NEW.tag, NEW.last_changed_at::date, now(), (NEW.last_changed_at + interval '${newsMonthsMax} months')::date)
      ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $$;
  CREATE OR REPLACE FUNCTION directory.tell_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO directory.fact_change (kind, fact_id, version, source_office, at)
      VALUES (TG_ARGV[0], OLD.fact_id, OLD.version, OLD.source_office, now());
    RETURN NULL;
  END $$;
  CREATE OR REPLACE FUNCTION directory.tell_gone() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE stands jsonb;
  BEGIN
    EXECUTE format('SELECT to_jsonb(t) FROM %I.%I AS t WHERE fact_id = $1', TG_TABLE_SCHEMA, TG_TABLE_NAME) INTO stands USING OLD.fact_id;
    IF stands IS NOT NULL AND TG_ARGV[0] = 'false' THEN RETURN NULL; END IF;
    INSERT INTO directory.fact_change (kind, fact_id, version, source_office, at)
      VALUES (
        CASE WHEN stands IS NULL THEN 'ERASED' WHEN (stands ->> 'restricted')::boolean AND NOT OLD.restricted THEN 'RESTRICTED' ELSE 'CORRECTED' END,
        OLD.fact_id, OLD.version, OLD.source_office, now());
    RETURN NULL;
  END $$;`;
