-- What every imported row need not keep up to date.

-- Numbers are looked up by their value. Of a subject only certificates are asked for; the identity number stands in the search row.
drop index register.external_number_by_subject;
create index external_number_certificate on register.external_number (subject_id) where kind = 'disability-certificate';

-- Readings are looked up among distinct names.
alter table register.person_search drop column pinyin_full, drop column pinyin_initials;

-- What begins a name is found in the order of names; pairs are for what stands further inside.
delete from register.name_bigram where starts_with(name_key, bigram) and strpos(substr(name_key, 2), bigram) = 0;
comment on table register.name_bigram is 'Pairs of neighbouring characters of distinct names, from the second character on: how inner characters are found. Beginnings are found in the order of names.';

-- Only what the planner asks for after an import is looked at at once; the server looks at all columns later, by itself.
create or replace function register.refresh_statistics() returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp set default_statistics_target = 10 as $$
declare grown record; counted integer := 0;
begin
  for grown in
    select c.relname, t.columns from pg_class c join (values
      ('external_number', 'kind, value, subject_id, place'), ('person_current', 'person_id, place, household_id, source_list'), ('household_current', 'household_id, place, source_list'),
      ('person_statement', 'statement_no, person_id, place, source, list_id, effective_from'), ('household_statement', 'statement_no, household_id, place, source, list_id, effective_from'),
      ('person_search', 'person_id, place, name_key, id_number, household_id, id_from_birth, id_from_day, id_from_order'),
      ('name', 'name_key, pinyin_full, pinyin_initials'), ('name_bigram', 'bigram, name_key'), ('delivery', 'measure, subject_id, period, list_id, place'),
      ('unmatched', 'list_id, list_row, measure, candidate_id, place'), ('list', 'list_id, kind, source, place')) t (relname, columns) on t.relname = c.relname
    where c.relnamespace = 'register'::regnamespace and c.relkind = 'r'
      and pg_relation_size(c.oid) / current_setting('block_size')::integer > greatest(c.relpages, 8) * 1.5
  loop
    execute format('analyze register.%I (%s)', grown.relname, grown.columns);
    counted := counted + 1;
  end loop;
  return counted;
end $$;
