-- Imported sheets, what was wrong in them, and the help they say was delivered.

create table register.list (
  list_id uuid primary key default uuidv7(),
  kind text not null,
  title text not null,
  source text not null,
  as_of date not null,
  sha256 text not null,
  sheet text not null,
  row_count integer not null,
  measures text[] not null default '{}',
  period text,
  places text[] not null default '{}',
  entity text not null,
  fingerprint text not null unique,
  place text collate "C" not null,
  recorded_at timestamptz not null default now(),
  action_id uuid not null
);
comment on table register.list is 'One imported sheet (or one batch of answers): who vouches for it, as of when. The fingerprint makes the same sheet, said of the same thing in the same scope, count once.';
create index list_by_place on register.list (place, recorded_at);
create index list_by_sheet on register.list (sha256, sheet);

create table register.list_row_problem (
  list_id uuid not null,
  row integer not null,
  place text collate "C" not null,
  cells jsonb not null,
  problems jsonb not null,
  primary key (list_id, row)
);
comment on table register.list_row_problem is 'Rows that were not taken, with their cells, so that they can be handed back ready to correct.';

create table register.delivery (
  delivery_id uuid primary key default uuidv7(),
  measure text not null,
  entity text not null,
  subject_id uuid not null,
  period text not null,
  amount_fen bigint,
  list_id uuid not null,
  list_row integer not null,
  place text collate "C" not null,
  action_id uuid not null
);
comment on table register.delivery is 'Help that a list says was delivered to a subject for a period. A later list of the same source, measure and period replaces an earlier one where it claims to cover the place.';
create index delivery_by_subject on register.delivery (subject_id);
create index delivery_by_list on register.delivery (list_id, list_row);

create table register.coverage (
  measure text not null,
  place text collate "C" not null,
  period text not null,
  list_id uuid not null,
  source text not null,
  action_id uuid not null,
  primary key (measure, place, period, list_id)
);
comment on table register.coverage is 'Which list speaks completely for which measure, place and period. Without a row nobody is said to miss help.';

create table register.unmatched (
  list_id uuid not null,
  list_row integer not null,
  measure text,
  period text,
  place text collate "C" not null,
  amount_fen bigint,
  candidate_id uuid,
  reason text not null check (reason in ('not-in-register', 'same-name', 'id-differs-slightly', 'no-number', 'ambiguous')),
  unique nulls not distinct (list_id, list_row, measure, candidate_id)
);
comment on table register.unmatched is 'List rows whose subject was not found for certain, one line per candidate (none: candidate is NULL). A candidate is never said to miss the help of that list.';
create index unmatched_by_candidate on register.unmatched (candidate_id);

create table register.unmatched_answer (
  list_id uuid not null,
  list_row integer not null,
  candidate_id uuid not null,
  same boolean not null,
  place text collate "C" not null,
  recorded_at timestamptz not null default now(),
  action_id uuid not null,
  primary key (list_id, list_row, candidate_id, action_id)
);
comment on table register.unmatched_answer is 'Somebody found out whether an uncertain list row is about a candidate. Never updated: a correction is a further row.';

do $$ declare t text; begin
  foreach t in array array['list_row_problem', 'delivery', 'coverage', 'unmatched', 'unmatched_answer'] loop
    execute format('alter table register.%I enable row level security', t);
    execute format('alter table register.%I force row level security', t);
    execute format('create policy scope on register.%I using (place >= (select register.scope_from()) and place < (select register.scope_to()))', t);
    execute format('grant select, insert on register.%I to bangfu_app', t);
  end loop;
end $$;
alter table register.list enable row level security;
alter table register.list force row level security;
-- A township must be able to name the county's list as the source of a fact: a list row says nothing of any citizen.
create policy read_scope on register.list for select
  using ((place >= (select register.scope_from()) and place < (select register.scope_to())) or starts_with((select register.scope_from()), place) or (place = '0' and (select register.scope_from()) is not null));
create policy add_within on register.list for insert
  with check (place >= (select register.scope_from()) and place < (select register.scope_to()));
grant select, insert on register.list to bangfu_app;

create view register.list_repeated with (security_invoker = true) as
  select l.list_id from register.list l
  where exists (select from register.list n where n.sha256 = l.sha256 and n.sheet = l.sheet and n.kind = l.kind and n.measures = l.measures
    and n.period is not distinct from l.period and n.list_id > l.list_id and l.kind <> 'answers');
comment on view register.list_repeated is 'Lists whose sheet was taken again later, after the register had come to know more people.';
grant select on register.list_repeated to bangfu_app;

create view register.unmatched_open with (security_invoker = true) as
  select u.* from register.unmatched u
  where u.list_id not in (select list_id from register.list_repeated) and not exists (select from register.unmatched_answer a where a.list_id = u.list_id and a.list_row = u.list_row and (a.same or a.candidate_id = u.candidate_id));
comment on view register.unmatched_open is 'Uncertain list rows, without the candidates that were answered and without rows whose subject was found.';
grant select on register.unmatched_open to bangfu_app;

create view register.delivery_in_force with (security_invoker = true) as
  select d.* from register.delivery d join register.list l using (list_id)
  where d.list_id not in (select list_id from register.list_repeated) and not exists (
    select from register.coverage c
    where c.measure = d.measure and c.period = d.period and c.source = l.source and c.list_id > d.list_id and starts_with(d.place, c.place));
comment on view register.delivery_in_force is 'Deliveries that no later list of the same source has replaced (list ids sort by time of recording).';
grant select on register.delivery_in_force to bangfu_app;
