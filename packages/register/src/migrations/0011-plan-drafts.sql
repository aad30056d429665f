-- Plan documents on their way to a pack: what a reading proposed, and every decision about it. No row says anything of a citizen.

create table register.plan_draft (
  draft_id uuid primary key default uuidv7(),
  file_name text not null,
  title text not null,
  sha256 text not null,
  document text not null,
  proposal jsonb not null,
  problems jsonb not null default '[]',
  previous_id uuid references register.plan_draft,
  changes jsonb,
  place text collate "C" not null,
  actor_id uuid not null,
  recorded_at timestamptz not null default now(),
  action_id uuid not null
);
comment on table register.plan_draft is 'A plan document as read: its text, and the items proposed with their spans. A new version of the document is a further draft that names the one before. Never updated.';
create index plan_draft_by_place on register.plan_draft (place, recorded_at);

create table register.draft_decision (
  decision_no bigint generated always as identity primary key,
  draft_id uuid not null references register.plan_draft,
  batch uuid not null,
  act text not null check (act in ('accept', 'reject', 'correct', 'add', 'undo')),
  item_id text,
  fields jsonb,
  added jsonb,
  undoes uuid,
  kept boolean not null default false,
  place text collate "C" not null,
  actor_id uuid not null,
  at timestamptz not null default now(),
  action_id uuid not null,
  check ((act = 'undo') = (undoes is not null)),
  check ((act = 'undo') = (item_id is null))
);
comment on table register.draft_decision is 'What somebody decided about an item of a draft. The latest that was not undone counts; an undo is a further row. `kept`: taken over from an earlier version because the words are the same, with its first actor and time.';
create index draft_decision_by_draft on register.draft_decision (draft_id, decision_no);

create table register.match_decision (
  decision_no bigint generated always as identity primary key,
  upper_key text not null,
  lower_key text not null,
  pair text not null,
  act text not null check (act in ('confirm', 'part', 'open')),
  place text collate "C" not null,
  actor_id uuid not null,
  at timestamptz not null default now(),
  action_id uuid not null
);
comment on table register.match_decision is 'Whether a proposed match of two plans stands: confirm it, part the two, or leave it open again. The latest row of a pair counts.';
create index match_decision_by_plans on register.match_decision (upper_key, lower_key, decision_no);

do $$ declare t text; begin
  foreach t in array array['plan_draft', 'draft_decision', 'match_decision'] loop
    execute format('alter table register.%I enable row level security', t);
    execute format('alter table register.%I force row level security', t);
    -- A township may read what the county makes of a plan; it decides nothing there.
    execute format('create policy read_scope on register.%I for select using ((place >= (select register.scope_from()) and place < (select register.scope_to())) or starts_with((select register.scope_from()), place) or (place = ''0'' and (select register.scope_from()) is not null))', t);
    execute format('create policy add_within on register.%I for insert with check (place >= (select register.scope_from()) and place < (select register.scope_to()))', t);
    execute format('grant select, insert on register.%I to bangfu_app', t);
  end loop;
end $$;
