-- Long work that was asked for: it outlives the process that took it. What comes of it is an action and stands elsewhere; this is where it stands now.

create table register.job_current (
  job_id uuid primary key default uuidv7(),
  kind text not null check (kind in ('import', 'run')),
  subject text not null default '',
  request jsonb not null default '{}',
  place text collate "C" not null,
  actor_id uuid not null references register.actor,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed')),
  worker integer,
  step jsonb not null,
  done integer not null default 0 check (done >= 0),
  total integer check (total > 0),
  problems jsonb not null default '[]',
  result text,
  asked_at timestamptz not null default now(),
  finished_at timestamptz,
  check ((state = 'running') = (worker is not null)),
  check ((state in ('done', 'failed')) = (finished_at is not null))
);
comment on table register.job_current is 'Long work as it stands now: asked for, taken by a worker (number of an advisory lock that its process holds), ended. Ids and counts only, nothing of a citizen.';
create unique index job_one_at_a_time on register.job_current (kind, subject) where state in ('queued', 'running');
create index job_by_state on register.job_current (state, job_id);
create index job_by_place on register.job_current (place, asked_at);

alter table register.job_current enable row level security;
alter table register.job_current force row level security;
create policy scope on register.job_current using (place >= (select register.scope_from()) and place < (select register.scope_to()));
grant select, insert, update on register.job_current to bangfu_app;
