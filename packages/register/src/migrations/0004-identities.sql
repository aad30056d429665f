-- Who and what the register is about, apart from any fact; and the numbers others know them by.

create table register.person (person_id uuid primary key, place text collate "C" not null, action_id uuid not null);
comment on table register.person is 'A person known to the register. Facts are statements; numbers are in external_number.';
create table register.household (household_id uuid primary key, place text collate "C" not null, action_id uuid not null);
comment on table register.household is 'A household known to the register.';
create table register.village (village_id uuid primary key, place text collate "C" not null, action_id uuid not null);
comment on table register.village is 'A village as a subject of facts and measures; its place is its 12-digit code.';
create table register.facility (facility_id uuid primary key, place text collate "C" not null, action_id uuid not null);
comment on table register.facility is 'A clinic, plaza, school, road section and the like.';

create table register.external_number (
  kind text not null check (kind in ('identity', 'person-no', 'household-no', 'disability-certificate', 'division-code', 'facility-name')),
  value text collate "C" not null,
  subject_id uuid not null,
  issuer text not null,
  valid_from date,
  valid_to date,
  place text collate "C" not null,
  action_id uuid not null,
  primary key (kind, value)
);
comment on table register.external_number is 'Numbers that others know a subject by. One number of a kind belongs to one subject in the whole register; the app only ever inserts with ON CONFLICT DO NOTHING, so that no error tells of rows out of scope.';
create index external_number_by_subject on register.external_number (subject_id);

do $$ declare t text; begin
  foreach t in array array['person', 'household', 'village', 'facility', 'external_number'] loop
    execute format('alter table register.%I enable row level security', t);
    execute format('alter table register.%I force row level security', t);
    execute format('create policy scope on register.%I using (place >= (select register.scope_from()) and place < (select register.scope_to()))', t);
    execute format('grant select, insert on register.%I to bangfu_app', t);
  end loop;
end $$;
