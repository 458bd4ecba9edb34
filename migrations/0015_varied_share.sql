-- How much of their practice a learner wants to vary something, as a share of sittings; null: nothing is wished.
alter table wish add column varied_share double precision check (varied_share between 0 and 1);
