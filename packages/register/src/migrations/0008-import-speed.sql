-- What large imports need: room beside current rows, and statistics as soon as the rows are there.

-- A complete list rewrites the current row of everybody it does not name. With room on its page the new version needs no index entry.
alter table register.person_current set (fillfactor = 50);
alter table register.household_current set (fillfactor = 60);

-- The app may not analyze what it does not own, and the server does so by itself only minutes later; until then a table seems to be empty.
create function register.refresh_statistics() returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp set default_statistics_target = 10 as $$
declare grown record; counted integer := 0;
begin
  for grown in
    select c.relname from pg_class c
    where c.relnamespace = 'register'::regnamespace and c.relkind = 'r'
      and c.relname in ('external_number', 'person_current', 'household_current', 'person_statement', 'household_statement', 'person_search', 'name', 'name_bigram', 'delivery', 'unmatched', 'list')
      and pg_relation_size(c.oid) / current_setting('block_size')::integer > greatest(c.relpages, 8) * 1.5
  loop
    execute format('analyze register.%I', grown.relname);
    counted := counted + 1;
  end loop;
  return counted;
end $$;
comment on function register.refresh_statistics is 'Analyzes the tables of imports that have grown by half since they were last analyzed; returns how many. Tells the caller nothing of any row.';
revoke all on function register.refresh_statistics from public;
grant execute on function register.refresh_statistics to bangfu_app;
