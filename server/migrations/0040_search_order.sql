-- Search goes through the latest cases first where a word stands in very many.
create index search_documents_number on baton.search_documents (number, part);
