-- Indexes in the order in which pages are read, so that a page stops reading where it ends; runs whose lists may be taken away.

alter table register.person_search add column household_id uuid;
update register.person_search s set household_id = c.household_id from register.person_current c where c.person_id = s.person_id and c.household_id is not null;

-- Names in order, persons of a name in order; beside it the place, which the policy looks at, and the household, by which work items are found: no row is visited for their sake.
drop index register.person_search_name;
create index person_search_name on register.person_search (name_key, person_id) include (place, household_id);

-- The order of a list is its place and then its position, so that the scope's range and the page come from one index.
drop index register.work_item_by_place;
create index work_item_by_place on register.work_item (run_id, kind, place, position);
drop index register.work_item_by_household;
create index work_item_by_household on register.work_item (run_id, household_id);
drop index register.work_item_by_subject;
create index work_item_by_subject on register.work_item (run_id, subject_id);

create table register.work_export (
  run_id uuid not null,
  place text collate "C" not null,
  format text not null check (format in ('xlsx', 'csv')),
  exported_at timestamptz not null default now(),
  actor_id uuid not null,
  action_id uuid not null
);
comment on table register.work_export is 'A work list that left the house as a file. Its rows come back with results, so the lists of its run stay.';
create index work_export_by_run on register.work_export (run_id);

create table register.run_pruned (
  run_id uuid primary key,
  place text collate "C" not null,
  items integer not null,
  pruned_at timestamptz not null default now(),
  action_id uuid not null
);
comment on table register.run_pruned is 'Runs whose lists were taken away, with the number of their items. The row in run stays, and with it every figure that was published.';

do $$ declare t text; begin
  foreach t in array array['work_export', 'run_pruned'] loop
    execute format('alter table register.%I enable row level security', t);
    execute format('alter table register.%I force row level security', t);
    execute format('create policy scope on register.%I using (place >= (select register.scope_from()) and place < (select register.scope_to()))', t);
    execute format('grant select, insert on register.%I to bangfu_app', t);
  end loop;
end $$;
-- A list may be taken away with its run; results, which people wrote, never.
grant delete on register.work_item to bangfu_app;
