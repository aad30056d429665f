-- Reported numbers, runs, and the work lists that come out of them and back.

create table register.series (
  indicator text not null,
  place text collate "C" not null,
  period text not null,
  value numeric(18,4) not null,
  unit text not null,
  source text not null,
  recorded_at timestamptz not null default now(),
  action_id uuid not null,
  primary key (indicator, place, period, source, recorded_at)
);
comment on table register.series is 'Values that somebody reports: indicator, place, period, source. A later report stands beside the earlier one.';

create table register.run (
  run_id uuid primary key default uuidv7(),
  place text collate "C" not null,
  pack_hash text not null,
  snapshot_hash text not null,
  program_version text not null,
  manifest jsonb not null,
  recorded_at timestamptz not null default now(),
  action_id uuid not null
);
comment on table register.run is 'A published run, named by pack, snapshot and program.';
create index run_by_place on register.run (place, recorded_at);

create table register.work_item (
  run_id uuid not null,
  item_key text collate "C" not null,
  kind text not null check (kind in ('owed', 'lead', 'verify')),
  measure text,
  period text,
  entity text not null,
  subject_id text not null,
  household_id text,
  place text collate "C" not null,
  field text,
  amount_fen bigint,
  amount_to_fen bigint,
  reason_zh text not null,
  reason_en text not null,
  clauses text[] not null default '{}',
  settles integer,
  involved integer,
  basis text not null,
  measures text[] not null default '{}',
  delivered_by text,
  list_id text,
  list_row integer,
  position integer not null,
  primary key (run_id, item_key)
);
comment on table register.work_item is 'One line of a work list of a run. The key names the item whatever run made it, so that an answer outlives the run.';
create index work_item_by_place on register.work_item (run_id, kind, place);
create index work_item_by_household on register.work_item (household_id);
create index work_item_by_subject on register.work_item (subject_id);

create table register.work_result (
  result_no bigint generated always as identity primary key,
  item_key text collate "C" not null,
  kind text not null,
  result text not null,
  closes boolean not null,
  answer jsonb,
  note text,
  place text collate "C" not null,
  actor_id uuid not null,
  at timestamptz not null default now(),
  action_id uuid not null
);
comment on table register.work_result is 'What came back for an item: the latest result counts. Never updated: a correction is a further row.';
create index work_result_by_item on register.work_result (item_key, result_no);

create view register.work_result_latest with (security_invoker = true) as
  select distinct on (item_key) * from register.work_result order by item_key, result_no desc;
comment on view register.work_result_latest is 'The result that counts for each item.';

do $$ declare t text; begin
  foreach t in array array['run', 'work_item', 'work_result'] loop
    execute format('alter table register.%I enable row level security', t);
    execute format('alter table register.%I force row level security', t);
  end loop;
  foreach t in array array['work_item', 'work_result'] loop
    execute format('create policy scope on register.%I using (place >= (select register.scope_from()) and place < (select register.scope_to()))', t);
    execute format('grant select, insert on register.%I to bangfu_app', t);
  end loop;
end $$;
-- A township works on the county's run: the row of the run says nothing of any citizen.
create policy read_scope on register.run for select
  using ((place >= (select register.scope_from()) and place < (select register.scope_to())) or starts_with((select register.scope_from()), place) or (place = '0' and (select register.scope_from()) is not null));
create policy add_within on register.run for insert
  with check (place >= (select register.scope_from()) and place < (select register.scope_to()));
grant select, insert on register.run to bangfu_app;
alter table register.series enable row level security;
alter table register.series force row level security;
create policy read_all on register.series for select using (true);
create policy add_within on register.series for insert
  with check (place >= (select register.scope_from()) and place < (select register.scope_to()));
grant select, insert on register.series to bangfu_app;
grant select on register.work_result_latest to bangfu_app;
