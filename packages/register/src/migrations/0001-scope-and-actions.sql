-- Who acts, where they may look, and what they did. Every other table stands on these.
-- One scope: a transaction names its actor, the database looks up the place, policies compare ranges on `place`.

create function register.scope_from() returns text language sql stable parallel safe
  return nullif(current_setting('register.scope_from', true), '');
comment on function register.scope_from is 'First place code of the scope of this transaction; NULL (no row visible) when none was entered.';

create function register.scope_to() returns text language sql stable parallel safe
  return nullif(current_setting('register.scope_to', true), '');
comment on function register.scope_to is 'First place code after the scope; NULL when none was entered.';

create table register.actor (
  actor_id uuid primary key default uuidv7(),
  role text not null check (role in ('system', 'county-office', 'township-office', 'village-team', 'department', 'auditor')),
  name_zh text not null,
  name_en text not null,
  place text collate "C" not null,
  created_at timestamptz not null default now(),
  closed_at timestamptz,
  unique (role, place, name_zh)
);
comment on table register.actor is 'A person or desk that acts. Readable by all signed-in actors: it names offices, not citizens.';

create table register.actor_scope (
  actor_id uuid not null references register.actor,
  place text collate "C" not null,
  primary key (actor_id, place)
);
comment on table register.actor_scope is 'Places an actor may work in, one at a time; 0 stands for everything.';

create table register.action (
  action_id uuid primary key default uuidv7(),
  kind text not null,
  actor_id uuid not null,
  authority text not null,
  at timestamptz not null default now(),
  request_id text not null unique,
  place text collate "C" not null,
  payload jsonb not null default '{}'
);
comment on table register.action is 'Every write: who, when, on what authority, by which request. Never updated or deleted. The payload holds ids and counts, no citizen''s words.';
create index action_by_place on register.action (place, at);

alter table register.actor enable row level security;
alter table register.actor force row level security;
create policy read_all on register.actor for select using (true);
create policy owner_seeds on register.actor for insert to bangfu_owner with check (true);
create policy add_within on register.actor for insert to bangfu_app
  with check (place >= (select register.scope_from()) and place < (select register.scope_to()));
alter table register.actor_scope enable row level security;
alter table register.actor_scope force row level security;
create policy read_all on register.actor_scope for select using (true);
create policy owner_seeds on register.actor_scope for insert to bangfu_owner with check (true);
create policy add_within on register.actor_scope for insert to bangfu_app
  with check (place >= (select register.scope_from()) and place < (select register.scope_to()));
alter table register.action enable row level security;
alter table register.action force row level security;
-- An office sees what was done inside its place, and what higher offices did that may concern it.
create policy read_scope on register.action for select
  using ((place >= (select register.scope_from()) and place < (select register.scope_to())) or starts_with((select register.scope_from()), place) or (place = '0' and (select register.scope_from()) is not null));
create policy add_within on register.action for insert
  with check (place >= (select register.scope_from()) and place < (select register.scope_to()));

grant usage on schema register to bangfu_app;
grant select, insert on register.actor, register.actor_scope, register.action to bangfu_app;

insert into register.actor (actor_id, role, name_zh, name_en, place)
  values ('00000000-0000-7000-8000-000000000001', 'system', '系统', 'system', '0');
insert into register.actor_scope values ('00000000-0000-7000-8000-000000000001', '0');

-- The only door: the app role cannot know an actor's places better than the table does.
create function register.enter_scope(actor uuid, wanted text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare found_role text;
begin
  select a.role into found_role
    from register.actor a join register.actor_scope s using (actor_id)
    where a.actor_id = actor and a.closed_at is null
      and (s.place = '0' or (wanted >= s.place and wanted < s.place || ':'));
  if found_role is null then return null; end if;
  perform set_config('register.scope_from', wanted, true);
  perform set_config('register.scope_to', case wanted when '0' then ':' else wanted || ':' end, true);
  perform set_config('register.actor', actor::text, true);
  return found_role;
end $$;
comment on function register.enter_scope is 'Sets the scope of this transaction to a place that the actor may work in and returns the role; NULL, and nothing visible, otherwise. Place 0 is everything.';
revoke all on function register.enter_scope from public;
grant execute on function register.enter_scope to bangfu_app;
