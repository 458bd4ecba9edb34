-- A showing that was told by mistake can be taken back, as evidence can. The fact that it was told stays on record.
create table showing_removal (
  space_id uuid not null,
  showing_id uuid not null,
  removed_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, showing_id),
  foreign key (space_id, showing_id) references showing (space_id, id)
);
alter table showing_removal enable row level security;
create policy own on showing_removal using (space_id = (select current_space()));
grant select, insert on showing_removal to bottega_app;
grant delete, select (space_id) on showing_removal to bottega_eraser;
