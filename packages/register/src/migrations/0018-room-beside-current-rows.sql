-- A row that was rewritten once has the name of the list in it and is longer: half a page held only five in six of its next versions.
alter table register.person_current set (fillfactor = 40);
-- An export of households rewrites what an export of persons has just made.
alter table register.household_current set (fillfactor = 45);
