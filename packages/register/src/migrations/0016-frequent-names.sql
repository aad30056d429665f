-- Whom an item is about stands beside its place, so that the items of thousands of people of one surname are counted in the index of places alone.
drop index register.work_item_by_place;
create index work_item_by_place on register.work_item (run_id, kind, place, position) include (subject_id, household_id);
