-- The dated tree of places and what they were declared to be. Public facts: readable in every scope.

create table register.place (
  place text collate "C" primary key check (place ~ '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  name text not null,
  level text not null check (level in ('province', 'city', 'county', 'township', 'village')),
  parent text collate "C",
  valid_from date,
  valid_to date,
  successor text collate "C",
  action_id uuid not null
);
comment on table register.place is 'Places by significant division code (GB/T 2260 and the 12-digit continuation); valid_to excludes the day; successor names the place that took over.';
create index place_by_parent on register.place (parent);

create table register.designation (
  place text collate "C" not null,
  kind text not null,
  valid_from date,
  valid_to date,
  source text not null,
  action_id uuid not null,
  unique nulls not distinct (place, kind, valid_from)
);
comment on table register.designation is 'What a place was declared to be, with dates and the document that says so.';

alter table register.place enable row level security;
alter table register.place force row level security;
create policy read_all on register.place for select using (true);
create policy write_within on register.place for insert
  with check ((place >= (select register.scope_from()) and place < (select register.scope_to())) or (select register.scope_from()) = '0');
create policy change_within on register.place for update
  using ((place >= (select register.scope_from()) and place < (select register.scope_to())));
alter table register.designation enable row level security;
alter table register.designation force row level security;
create policy read_all on register.designation for select using (true);
create policy write_within on register.designation for insert
  with check ((place >= (select register.scope_from()) and place < (select register.scope_to())));
grant select, insert, update on register.place to bangfu_app;
grant select, insert on register.designation to bangfu_app;
