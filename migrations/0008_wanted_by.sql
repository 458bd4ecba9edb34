-- The last day by which the learner wants to have met the payoff; null: none.
alter table wish add column wanted_by date;
