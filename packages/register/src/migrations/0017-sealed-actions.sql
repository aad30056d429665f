-- Evidence that what was done stands as it was done. At its commit every action is sealed: what its row and the rows it wrote hash to, chained to the
-- seal before it. What is changed, removed, put in or put elsewhere afterwards, by whomever, no longer fits; see audit/verify-register.ts.

-- Nobody who writes a row says when it was written. Statements, which gain columns, have no such grant: their time is sealed with them.
do $$ declare t record; begin
  for t in
    select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum) filter (where a.attname not in ('at', 'recorded_at', 'exported_at', 'pruned_at')) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'register'::regnamespace and c.relname in ('action', 'list', 'run', 'run_pruned', 'work_result', 'work_export', 'unmatched_answer', 'plan_draft', 'match_decision', 'series', 'obligation_report')
    group by c.relname
  loop
    execute format('revoke insert on register.%I from bangfu_app', t.relname);
    execute format('grant insert (%s) on register.%I to bangfu_app', t.columns, t.relname);
  end loop;
end $$;

create table register.action_seal (
  position bigint primary key,
  action_id uuid not null unique,
  place text collate "C" not null,
  effects text not null,
  chain bytea not null
);
comment on table register.action_seal is 'One row an action, in the order of commits: what it wrote, by table, number of rows and hash, and the hash over that and the chain before it. Only the trigger on action writes here.';
alter table register.action_seal enable row level security;
alter table register.action_seal force row level security;
create policy read_scope on register.action_seal for select
  using ((place >= (select register.scope_from()) and place < (select register.scope_to())) or starts_with((select register.scope_from()), place) or (place = '0' and (select register.scope_from()) is not null));
create policy owner_reads on register.action_seal for select to bangfu_owner using (true);
create policy owner_seals on register.action_seal for insert to bangfu_owner with check (true);
grant select on register.action_seal to bangfu_app;

-- The rows of one action are found by where they lie, for they were written together: such an index costs an import next to nothing.
do $$ declare t text; begin
  foreach t in array array['coverage', 'delivery', 'external_number', 'facility_statement', 'household_statement', 'person_statement', 'village_statement', 'work_result', 'draft_decision', 'work_export'] loop
    execute format('create index %I on register.%I using brin (action_id) with (pages_per_range = 16, autosummarize = on)', t || '_by_action', t);
  end loop;
end $$;

-- Every table whose rows are never changed, and how they are of an action: by their own column, or by the list or run that they belong to. What stands now
-- (…_current, place) is worked out of these; person, household, village and facility hold an id and nothing that is known.
create function register.sealed_tables() returns table (name text, joined text) language sql stable set search_path = pg_catalog, pg_temp as $$
  select c.relname::text, null from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'action_id' and not a.attisdropped
    where c.relnamespace = 'register'::regnamespace and c.relkind = 'r' and c.relname not like '%\_current' and c.relname not in ('action_seal', 'place', 'person', 'household', 'village', 'facility')
  union all values ('list_row_problem', 'list'), ('unmatched', 'list'), ('work_item', 'run')
$$;
comment on function register.sealed_tables is 'Tables whose rows are sealed with their action; joined: the table that names the action for them.';
revoke all on function register.sealed_tables from public;
grant execute on function register.sealed_tables to bangfu_app;

-- What an action wrote: a line a table with the number of its rows and the hash over their hashes. Commas and the bracket at the end of a row's text stand
-- for columns without a value, so columns that a table gains later change nothing as long as earlier rows have no value there.
create function register.action_effects(action uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set timezone = 'UTC' set datestyle = 'ISO, YMD' as $$
declare source record; n bigint; hash bytea; lines text := '';
begin
  for source in select s.name, case when s.joined is null then 't.action_id = $1' else format('t.%1$s_id in (select o.%1$s_id from register.%1$s o where o.action_id = $1)', s.joined) end as whose from register.sealed_tables() s order by s.name collate "C" loop
    execute format($sql$select count(*), sha256(string_agg(h, ''::bytea order by h)) from (select sha256(convert_to(rtrim(t::text, ',)'), 'UTF8')) as h from register.%I t where %s) rows$sql$, source.name, source.whose) into n, hash using action;
    if n > 0 then lines := lines || format(E'%s %s %s\n', source.name, n, encode(hash, 'hex')); end if;
  end loop;
  return lines;
end $$;
comment on function register.action_effects is 'What an action wrote, by table: number of rows and hash.';
revoke all on function register.action_effects from public;

-- At the commit, so that others wait for each other's last moment only, not for each other's work.
create function register.seal_action() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare last_position bigint; last_chain bytea; effects text;
begin
  effects := register.action_effects(new.action_id);
  perform pg_advisory_xact_lock(hashtext('bangfu seal'));
  select s.position, s.chain into last_position, last_chain from register.action_seal s order by s.position desc limit 1;
  insert into register.action_seal values (coalesce(last_position, 0) + 1, new.action_id, new.place, effects, sha256(coalesce(last_chain, ''::bytea) || convert_to(effects, 'UTF8')));
  return null;
end $$;
comment on function register.seal_action is 'Seals the action of this transaction: the next position of the chain.';
revoke all on function register.seal_action from public;
create constraint trigger sealed after insert on register.action deferrable initially deferred for each row execute function register.seal_action();

-- What was done before there were seals is sealed as it is found.
do $$ declare earlier uuid; begin
  perform set_config('register.scope_from', '0', true);
  perform set_config('register.scope_to', ':', true);
  for earlier in select a.action_id from register.action a order by a.at, a.action_id loop
    insert into register.action_seal
      select coalesce(l.position, 0) + 1, earlier, a.place, e.effects, sha256(coalesce(l.chain, ''::bytea) || convert_to(e.effects, 'UTF8'))
      from register.action a cross join lateral (select register.action_effects(earlier) as effects) e left join lateral (select s.position, s.chain from register.action_seal s order by s.position desc limit 1) l on true
      where a.action_id = earlier;
  end loop;
  perform set_config('register.scope_from', '', true);
  perform set_config('register.scope_to', '', true);
end $$;
