-- What learners say of themselves, in a tap: how sure they are of the take to come, or how a sitting was.
create table self_rating (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  session_id uuid not null,
  -- The take that it was said before, and the one that it was said after; of a sitting, neither.
  before_attempt_id uuid,
  after_attempt_id uuid,
  sure double precision check (sure between 0 and 1),
  absorbed integer check (absorbed between 1 and 5),
  hard integer check (hard between 1 and 5),
  rated_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  check ((absorbed is null) = (hard is null)),
  check ((sure is null) <> (absorbed is null)),
  check ((sure is null) = (before_attempt_id is null and after_attempt_id is null)),
  foreign key (space_id, practice_id, session_id) references practice_session (space_id, practice_id, id),
  foreign key (space_id, before_attempt_id) references attempt (space_id, id),
  foreign key (space_id, after_attempt_id) references attempt (space_id, id)
);
create index self_rating_practice on self_rating (space_id, practice_id, rated_at desc);
create index self_rating_session on self_rating (space_id, practice_id, session_id);
create index self_rating_before on self_rating (space_id, before_attempt_id);
create index self_rating_after on self_rating (space_id, after_attempt_id);
alter table self_rating enable row level security;
create policy own on self_rating using (space_id = (select current_space()));
grant select, insert on self_rating to bottega_app;
grant delete, select (space_id) on self_rating to bottega_eraser;
