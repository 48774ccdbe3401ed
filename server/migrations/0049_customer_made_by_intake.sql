-- Which customer an intake wrote down anew, not only that it did: the case may be another one's by now
-- (merged, or put right by somebody), whose record is not this intake's to spell or to take back.
alter table baton.intakes add column made_customer_id uuid;
update baton.intakes i set made_customer_id = c.customer_id
  from baton.cases c where i.new_customer and i.ended_at is null and c.id = i.case_id;
alter table baton.intakes drop column new_customer;
