-- The order of names as people read them: "Front line 2" before "Front line 10", and letters with
-- marks beside those without. One order for all readers, so that a cursor means the same to each.
create collation baton.by_name (provider = icu, locale = 'und-u-kn-true');
