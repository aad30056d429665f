-- What offices report about obligations of the plan that no query can prove: done, under way or not begun, with a figure where there is one.

create table register.obligation_report (
  report_no bigint generated always as identity primary key,
  pack_id text not null,
  obligation_id text not null,
  body_id text not null,
  state text check (state in ('done', 'under-way', 'not-begun')),
  value numeric(18,4),
  unit text,
  on_date date,
  evidence text,
  reporter text,
  authority text not null,
  undoes bigint references register.obligation_report,
  place text collate "C" not null,
  actor_id uuid not null,
  at timestamptz not null default now(),
  action_id uuid not null,
  check ((undoes is null) = (state is not null)),
  check (state is null or (on_date is not null and reporter is not null)),
  check ((value is null) = (unit is null))
);
comment on table register.obligation_report is 'A report of an office on an obligation of the plan, for a place: by a named person of the office, on what authority. The latest that was not undone counts; an undo is a further row. Never updated.';
create index obligation_report_by_plan on register.obligation_report (pack_id, obligation_id, report_no);
create unique index obligation_report_undone_once on register.obligation_report (undoes) where undoes is not null;

alter table register.obligation_report enable row level security;
alter table register.obligation_report force row level security;
-- A township may read what the county says of the plan; it reports for its own place only.
create policy read_scope on register.obligation_report for select
  using ((place >= (select register.scope_from()) and place < (select register.scope_to())) or starts_with((select register.scope_from()), place) or (place = '0' and (select register.scope_from()) is not null));
create policy add_within on register.obligation_report for insert
  with check (place >= (select register.scope_from()) and place < (select register.scope_to()));
grant select, insert on register.obligation_report to bangfu_app;
