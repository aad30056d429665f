-- What the search box looks at. Only leakproof comparisons (=, starts_with, ranges) can use an index under row-level security,
-- so every way of asking is a column of its own: parts of an id number are prefixes of its later parts.

create table register.name (
  name_key text collate "C" primary key,
  pinyin_full text collate "C" not null,
  pinyin_initials text collate "C" not null
);
create index name_by_pinyin on register.name (pinyin_full, name_key);
create index name_by_initials on register.name (pinyin_initials, name_key);
comment on table register.name is 'Readings of distinct names, worked out once. Says nothing of any person: a name here may belong to nobody in your scope.';

create table register.name_bigram (
  bigram text collate "C" not null,
  name_key text collate "C" not null,
  primary key (bigram, name_key)
);
comment on table register.name_bigram is 'Pairs of neighbouring characters of distinct names: how inner characters are found.';

create table register.person_search (
  person_id uuid primary key,
  place text collate "C" not null,
  name_key text collate "C" not null,
  pinyin_full text collate "C" not null,
  pinyin_initials text collate "C" not null,
  id_number text collate "C",
  id_from_birth text collate "C" generated always as (substring(id_number from 7)) stored,
  id_from_day text collate "C" generated always as (substring(id_number from 11)) stored,
  id_from_order text collate "C" generated always as (substring(id_number from 15)) stored,
  household_no text collate "C"
);
comment on table register.person_search is 'One row a person, folded from the facts in the same transaction. Pinyin is looked up among distinct names and whole numbers in external_number, so that an import keeps few indexes up to date.';
create index person_search_name on register.person_search (name_key, place);
create index person_search_id_birth on register.person_search (id_from_birth);
create index person_search_id_day on register.person_search (id_from_day);
create index person_search_id_order on register.person_search (id_from_order);

alter table register.person_search enable row level security;
alter table register.person_search force row level security;
create policy scope on register.person_search using (place >= (select register.scope_from()) and place < (select register.scope_to()));
alter table register.name enable row level security;
alter table register.name force row level security;
create policy all_names on register.name using (true);
alter table register.name_bigram enable row level security;
alter table register.name_bigram force row level security;
create policy all_names on register.name_bigram using (true);
grant select, insert, update, delete on register.person_search to bangfu_app;
grant select, insert on register.name, register.name_bigram to bangfu_app;
