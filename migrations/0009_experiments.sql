-- A learner's own experiments: what was agreed before the first draw, each draw as it was made, and how it ended.

create table experiment (
  space_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  -- The measure that it is about: attempts of another kind or unit are not compared.
  payoff_id uuid not null,
  question text not null,
  variable text not null,
  levels text[] not null check (cardinality(levels) between 2 and 6),
  unit text not null check (unit in ('attempt', 'session')),
  draw jsonb not null,
  washout integer not null check (washout between 0 and 20),
  smallest double precision not null check (smallest > 0),
  reference double precision not null,
  -- Null: no difference.
  predicted_level text,
  confidence double precision not null check (confidence between 0 and 1),
  -- Drawn from by the learner's devices, and shown once it has ended; its commitment is shown before the first draw.
  seed text not null,
  commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
  started_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, practice_id) references practice (space_id, id),
  foreign key (space_id, practice_id, payoff_id) references payoff (space_id, practice_id, id)
);
create index experiment_practice on experiment (space_id, practice_id, started_at desc);

create table experiment_draw (
  space_id uuid not null,
  id uuid not null,
  experiment_id uuid not null,
  place integer not null check (place between 0 and 1999),
  level text not null,
  -- Of every level, in the order of the experiment, when it was drawn.
  probabilities double precision[] not null,
  session_id uuid not null,
  -- Of a draw for one attempt; null: for all attempts of the session.
  attempt_id uuid,
  -- False: it could not be done as drawn. It counts as drawn all the same.
  is_kept boolean not null,
  drawn_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, id),
  foreign key (space_id, experiment_id) references experiment (space_id, id),
  foreign key (space_id, session_id) references practice_session (space_id, id),
  foreign key (space_id, attempt_id) references attempt (space_id, id)
);
create index experiment_draw_place on experiment_draw (space_id, experiment_id, place);
create index experiment_draw_session on experiment_draw (space_id, session_id);
create index experiment_draw_attempt on experiment_draw (space_id, attempt_id);

create table experiment_end (
  space_id uuid not null,
  experiment_id uuid not null,
  outcome text not null check (outcome in ('adopted', 'kept-both', 'stopped')),
  adopted_level text,
  note text,
  ended_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  primary key (space_id, experiment_id),
  foreign key (space_id, experiment_id) references experiment (space_id, id),
  check ((outcome = 'adopted') = (adopted_level is not null))
);

do $$
declare t text;
begin
  foreach t in array array['experiment', 'experiment_draw', 'experiment_end']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy own on %I using (space_id = (select current_space()))', t);
    execute format('grant select, insert on %I to bottega_app', t);
    execute format('grant delete, select (space_id) on %I to bottega_eraser', t);
  end loop;
end $$;
