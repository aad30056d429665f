-- Roles of the cluster. Idempotent; run by an administrator (CREATEROLE) before the migrations, never by the app.
--   bangfu_owner     owns every object; nobody logs in as it
--   bangfu_migrator  logs in for migrations and becomes bangfu_owner
--   bangfu_app       logs in for everything else; owns nothing, bypasses nothing, truncates nothing
do $$ begin create role bangfu_owner nologin nosuperuser nocreatedb nocreaterole nobypassrls; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role bangfu_migrator login nosuperuser nocreatedb nocreaterole nobypassrls; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin create role bangfu_app login nosuperuser nocreatedb nocreaterole nobypassrls noinherit; exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  if not pg_has_role('bangfu_migrator', 'bangfu_owner', 'member') then grant bangfu_owner to bangfu_migrator; end if;
exception when unique_violation then null; end $$;
-- Rights on a database are not copied from a template: they are given for each database by name.
do $$ begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, create, temporary on database %I to bangfu_owner', current_database());
  execute format('grant connect on database %I to bangfu_migrator', current_database());
  execute format('grant connect, temporary on database %I to bangfu_app', current_database());
exception when others then
  -- Twenty at once: the same rights are being given by another; any other cause is raised again.
  if sqlstate <> 'XX000' then raise; end if;
end $$;
