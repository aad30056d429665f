-- A list may stand on several sheets of a workbook; a row that only an earlier list has is named as the reader knows it.
alter table register.list add column sheets text[] not null default '{}';
comment on column register.list.sheets is 'Names of the sheets of a list that stands on several, in their order; empty for a list of one sheet. Row numbers of such a list carry the sheet: position × 2097152 + row of the sheet.';
alter table register.unmatched add column earlier_list uuid, add column earlier_row integer;
comment on column register.unmatched.earlier_list is 'Where list_row is below zero: the earlier list of the same office, measure and period that has the candidate, whom this list does not name. earlier_row is the row there.';

-- The view keeps its columns as they were; it must show the new ones.
create or replace view register.unmatched_open with (security_invoker = true) as
  select u.* from register.unmatched u
  where u.list_id not in (select list_id from register.list_repeated) and not exists (select from register.unmatched_answer a where a.list_id = u.list_id and a.list_row = u.list_row and (a.same or a.candidate_id = u.candidate_id));
