-- Search knows customers also by how their name is spelled, and by their organisation.

create function baton.search_customer_text(which uuid) returns text
  language sql stable set search_path = pg_catalog as $$
  select concat_ws(' ', cu.name, cu.spelling, o.name, (
    select string_agg(concat_ws(' ', i.value, nullif(lower(i.shown), i.value)), ' '
      order by i.place, i.value collate "C")
    from baton.identities i where i.customer_id = cu.id))
  from baton.customers cu left join baton.organisations o on o.id = cu.organisation_id
  where cu.id = which
$$;

create or replace function baton.search_customer_words(which uuid) returns tsvector
  language sql stable set search_path = pg_catalog as $$
  select baton.search_words(baton.search_customer_text(which), null)
$$;

create or replace function baton.search_head(which uuid) returns tsvector
  language sql stable set search_path = pg_catalog as $$
  select baton.search_words(concat_ws(' ', c.number, c.subject), coalesce(cu.language, b.language))
    || baton.search_words(concat_ws(' ', baton.search_customer_text(cu.id), (
        select string_agg(f.value #>> '{}', ' ' order by f.question_id)
        from baton.case_facts f where f.case_id = c.id)), null)
  from baton.cases c
  join baton.customers cu on cu.id = c.customer_id join baton.brands b on b.id = c.brand_id
  where c.id = which
$$;

drop trigger search_renamed on baton.customers;
create trigger search_renamed after update on baton.customers for each row
  when (old.name is distinct from new.name or old.spelling is distinct from new.spelling
    or old.organisation_id is distinct from new.organisation_id)
  execute function baton.search_customer_renamed();

-- An organisation is called otherwise: its customers at once, their cases by work recorded here.
create function baton.search_organisation_renamed() returns trigger
  language plpgsql set search_path = pg_catalog as $$
begin
  update baton.search_customers s set words = baton.search_customer_words(s.customer_id)
    from baton.customers cu where cu.organisation_id = new.id and s.customer_id = cu.id;
  update baton.search_documents d set stale = true
    from baton.cases c join baton.customers cu on cu.id = c.customer_id
    where cu.organisation_id = new.id and d.case_id = c.id and not d.stale;
  if found then
    insert into baton.work (task, payload, job_key)
      values ('search_refresh', '{}', 'search_refresh');
  end if;
  return null;
end $$;
create trigger search_renamed after update on baton.organisations for each row
  when (old.name <> new.name) execute function baton.search_organisation_renamed();
