-- own-company: what waits for a yes is found at each opening of the workspace, however many needs an address has sent.
create index needs_to_own on app.needs (contact_email) where company_id is null and disowned_at is null;
