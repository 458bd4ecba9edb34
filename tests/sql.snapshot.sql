-- GET /api/me
begin;
select set_config('bottega.space_id', $1, true);
select "name" from "person" where "space_id" = $1;
    select distinct on (name) name, value from setting
    where space_id = $1
    order by name, least(set_at, recorded_at) desc, id desc limit 100;
    select exists (select from bottega_session.sample where space_id = $1) as is_sample;
commit;

-- PUT /api/needs/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "need" ("space_id", "id", "kind", "text", "horizon", "wanted_within", "context", "raised_at")
    select "space_id", "id", "kind", "text", "horizon", "wanted_within", "context", "raised_at" from jsonb_populate_record(null::"need", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/needs/{id}/matches/{id}
begin;
select set_config('bottega.space_id', $1, true);
select "id" from "micromastery" where "space_id" in ($1, $2) and "id" = $3;
    insert into "need_match" ("space_id", "need_id", "micromastery_id", "matched_at")
    select "space_id", "need_id", "micromastery_id", "matched_at" from jsonb_populate_record(null::"need_match", $1::jsonb)
    on conflict do nothing;
commit;

-- GET /api/needs
begin;
select set_config('bottega.space_id', $1, true);
    with said as materialized (
      select n.id, n.kind, n.raised_at, coalesce(r.state, 'open') as state, coalesce(r.text, n.text) as text,
             coalesce(r.horizon, n.horizon) as horizon, coalesce(r.wanted_within, n.wanted_within) as wanted_within,
             case when r.id is null then n.context else r.context end as context,
             least(r.revised_at, r.recorded_at) as revised_at,
             array_position(array['let-go', 'answered', 'open'], coalesce(r.state, 'open')) as rank
      from need n
      left join lateral (
        select * from need_revision r where r.space_id = n.space_id and r.need_id = n.id
        order by least(r.revised_at, r.recorded_at) desc, r.id desc limit 1) r on true
      where n.space_id = $1)
    select said.*, array(
      select m.micromastery_id::text from need_match m
      where m.space_id = $2 and m.need_id = said.id order by m.matched_at limit 50) as micromastery_ids
    from said
    where $3 or (rank, raised_at, id) < (select rank, raised_at, id from said where id = $4::uuid)
    order by rank desc, raised_at desc, id desc limit $5;
commit;

-- GET /api/micromasteries?need=jugling+balls
begin;
select set_config('bottega.space_id', $1, true);
select count(*) as "count" from "micromastery" where "space_id" in ($1, $2);
    with typed as materialized (
      select unaccent(word) as folded, word as typed, word = $1 as is_last
      from unnest($2::text[]) t (word)
      where to_tsvector('english', word) <> ''::tsvector),
    counted as materialized (
      select t.*, k.known, k.begun from typed t cross join lateral (
        select sum(w.micromasteries) filter (where w.word = t.folded)::int as known,
               coalesce(sum(w.micromasteries), 0)::int as begun
        from library_word w
        where w.space_id in ($3, $4)
          and w.word between t.folded and case when t.is_last then t.folded || $5 else t.folded end) k),
    unknown as materialized (select * from counted where known is null)
    select typed, folded as word, false as "isNear", is_last as "isPrefix", coalesce(known, 0) as micromasteries,
           begun as retrieves
    from counted where known is not null or is_last
    union all
    select o.typed, w.word, true, false, sum(w.micromasteries)::int, sum(w.micromasteries)::int
    from unnest($6::text[], $7::text[]) o (typed, word)
    join library_word w on w.word = o.word and w.space_id in ($8, $9)
    group by o.typed, w.word
    union all
    select u.typed, near.word, to_tsvector('english', near.word) <> to_tsvector('english', u.folded), false, near.micromasteries, near.micromasteries
    from unknown u cross join lateral near_words(u.folded, $10) near
    where to_tsvector('english', near.word) <> ''::tsvector
      and similarity(near.word, u.folded) >= $11;
    with term (typed, word, is_near, query) as materialized (values ($1::text, $2::text, $3::boolean, ((plainto_tsquery('english', $4) || to_tsquery('english', $5)))), ($6::text, $7::text, $8::boolean, (plainto_tsquery('english', $9)))),
    best as (
      select * from best_micromasteries(
        ((plainto_tsquery('english', $10) || to_tsquery('english', $11)) || plainto_tsquery('english', $12)), array[((plainto_tsquery('english', $13) || to_tsquery('english', $14))), (plainto_tsquery('english', $15))],
        $16::float8[], $17)),
    scored as (
      select best.space_id, best.id, best.version, best.title, found.matches, best.rank * found.covered as score
      from best cross join lateral (
        select count(distinct t.typed) as covered, coalesce(
          jsonb_agg(distinct jsonb_build_object('typed', t.typed, 'word', t.word, 'isNear', t.is_near)), '[]') as matches
        from term t where best.search @@ t.query) found
      where found.covered >= $18)
    select scored.id, v.design, scored.matches, scored.score
    from scored
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version) = (scored.space_id, scored.id, scored.version)
    order by scored.score desc, scored.title, scored.id;
commit;

-- GET /api/micromasteries/{id}
begin;
select set_config('bottega.space_id', $1, true);
select "v"."design", "m"."space_id" from "micromastery" as "m" inner join "micromastery_version" as "v" on "v"."space_id" = "m"."space_id" and "v"."micromastery_id" = "m"."id" and "v"."version" = "m"."version" where "m"."space_id" in ($1, $2) and "m"."id" = $3;
commit;

-- GET /api/library
begin;
select set_config('bottega.space_id', $1, true);
    select m.id, v.design, m.space_id = $1 as is_own from micromastery m
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version) = (m.space_id, m.id, m.version)
    where m.space_id in ($2, $3)
    order by m.space_id = $4, m.title, m.id limit $5;
commit;

-- GET /api/micromasteries/{id}/versions
begin;
select set_config('bottega.space_id', $1, true);
    select version, created_at, design, space_id = $1 as is_own from micromastery_version
    where space_id in ($2, $3) and micromastery_id = $4
    order by version desc limit $5;
commit;

-- GET /api/micromasteries/{id}/file
begin;
select set_config('bottega.space_id', $1, true);
    select version, created_at, design, space_id = $1 as is_own from micromastery_version
    where space_id in ($2, $3) and micromastery_id = $4
    order by version desc limit $5;
commit;

-- PUT /api/practices/{id}
begin;
select set_config('bottega.space_id', $1, true);
select "space_id" from "micromastery_version" where "space_id" in ($1, $2) and "micromastery_id" = $3 and "version" = $4;
    insert into "practice" ("space_id", "id", "micromastery_space_id", "micromastery_id", "micromastery_version", "need_id", "started_at")
    select "space_id", "id", "micromastery_space_id", "micromastery_id", "micromastery_version", "need_id", "started_at" from jsonb_populate_record(null::"practice", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/payoffs/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "payoff" ("space_id", "id", "practice_id", "statement", "kind", "unit", "direction", "target_low", "target_high", "how_measured", "anchors", "set_at")
    select "space_id", "id", "practice_id", "statement", "kind", "unit", "direction", "target_low", "target_high", "how_measured", "anchors", "set_at" from jsonb_populate_record(null::"payoff", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/sessions/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "practice_session" ("space_id", "id", "practice_id", "device_id", "is_floor", "work", "part", "started_at")
    select "space_id", "id", "practice_id", "device_id", "is_floor", "work", "part", "started_at" from jsonb_populate_record(null::"practice_session", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/attempts/{id}
begin;
select set_config('bottega.space_id', $1, true);
select * from "payoff" where "space_id" = $1 and "id" = $2;
commit;
select record_attempt(a.space_id, a.id, a.practice_id, a.session_id, a.payoff_id, a.sequence, a.started_at,
      a.local_day, a.duration_seconds, a.value, a.conditions, a.is_trick_read, a.source) as outcome
      from rows from (jsonb_to_recordset($1::jsonb) as (space_id uuid, id uuid, practice_id uuid, session_id uuid,
        payoff_id uuid, sequence integer, started_at timestamptz, local_day date, duration_seconds float8, value float8,
        conditions jsonb, is_trick_read boolean, source text)) with ordinality as a (space_id, id, practice_id,
        session_id, payoff_id, sequence, started_at, local_day, duration_seconds, value, conditions, is_trick_read,
        source, place)
      order by a.place;

-- PUT /api/attempts/{id}
select record_attempt(a.space_id, a.id, a.practice_id, a.session_id, a.payoff_id, a.sequence, a.started_at,
      a.local_day, a.duration_seconds, a.value, a.conditions, a.is_trick_read, a.source) as outcome
      from rows from (jsonb_to_recordset($1::jsonb) as (space_id uuid, id uuid, practice_id uuid, session_id uuid,
        payoff_id uuid, sequence integer, started_at timestamptz, local_day date, duration_seconds float8, value float8,
        conditions jsonb, is_trick_read boolean, source text)) with ordinality as a (space_id, id, practice_id,
        session_id, payoff_id, sequence, started_at, local_day, duration_seconds, value, conditions, is_trick_read,
        source, place)
      order by a.place;

-- PUT /api/remarks/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "remark" ("space_id", "id", "attempt_id", "replaces_id", "feel", "text", "tags", "written_at")
    select "space_id", "id", "attempt_id", "replaces_id", "feel", "text", "tags", "written_at" from jsonb_populate_record(null::"remark", $1::jsonb)
    on conflict do nothing;
select "practice_id" from "attempt" where "space_id" = $1 and "id" = $2;
commit;

-- PUT /api/retractions/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "retraction" ("space_id", "id", "attempt_id", "retracted_at")
    select "space_id", "id", "attempt_id", "retracted_at" from jsonb_populate_record(null::"retraction", $1::jsonb)
    on conflict do nothing;
select "practice_id" from "attempt" where "space_id" = $1 and "id" = $2;
commit;

-- PUT /api/sessions/{id}/end
begin;
select set_config('bottega.space_id', $1, true);
    insert into "session_end" ("space_id", "session_id", "ended_at", "line")
    select "space_id", "session_id", "ended_at", "line" from jsonb_populate_record(null::"session_end", $1::jsonb)
    on conflict do nothing;
select "practice_id" from "practice_session" where "space_id" = $1 and "id" = $2;
commit;

-- PUT /api/need-revisions/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "need_revision" ("space_id", "id", "text", "horizon", "wanted_within", "context", "need_id", "state", "revised_at")
    select "space_id", "id", "text", "horizon", "wanted_within", "context", "need_id", "state", "revised_at" from jsonb_populate_record(null::"need_revision", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/followings/{id}
begin;
select set_config('bottega.space_id', $1, true);
select "space_id" from "micromastery_version" where "space_id" in ($1, $2) and "micromastery_id" = $3 and "version" = $4;
    insert into "following" ("space_id", "id", "practice_id", "micromastery_space_id", "micromastery_id", "micromastery_version", "followed_at")
    select "space_id", "id", "practice_id", "micromastery_space_id", "micromastery_id", "micromastery_version", "followed_at" from jsonb_populate_record(null::"following", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/wishes/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "wish" ("space_id", "id", "practice_id", "sittings_a_week", "cue", "trick_order", "wanted_by", "varied_share", "set_at")
    select "space_id", "id", "practice_id", "sittings_a_week", "cue", "trick_order", "wanted_by", "varied_share", "set_at" from jsonb_populate_record(null::"wish", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/payoff-choices/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "payoff_choice" ("space_id", "id", "practice_id", "payoff_id", "choice", "bigger_micromastery_id", "chosen_at")
    select "space_id", "id", "practice_id", "payoff_id", "choice", "bigger_micromastery_id", "chosen_at" from jsonb_populate_record(null::"payoff_choice", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/aims/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "aim" ("space_id", "id", "session_id", "text", "set_at")
    select "space_id", "id", "session_id", "text", "set_at" from jsonb_populate_record(null::"aim", $1::jsonb)
    on conflict do nothing;
select "practice_id" from "practice_session" where "space_id" = $1 and "id" = $2;
commit;

-- PUT /api/aims/{id}/result
begin;
select set_config('bottega.space_id', $1, true);
    insert into "aim_result" ("space_id", "aim_id", "outcome", "note", "told_at")
    select "space_id", "aim_id", "outcome", "note", "told_at" from jsonb_populate_record(null::"aim_result", $1::jsonb)
    on conflict do nothing;
select "s"."practice_id" from "aim" as "a" inner join "practice_session" as "s" on "s"."space_id" = "a"."space_id" and "s"."id" = "a"."session_id" where "a"."space_id" = $1 and "a"."id" = $2;
commit;

-- PUT /api/settings/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "setting" ("space_id", "id", "name", "value", "set_at")
    select "space_id", "id", "name", "value", "set_at" from jsonb_populate_record(null::"setting", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/placings/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "practice_placing" ("space_id", "id", "practice_id", "place", "placed_at")
    select "space_id", "id", "practice_id", "place", "placed_at" from jsonb_populate_record(null::"practice_placing", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/plan-answers/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "plan_answer" ("space_id", "id", "practice_id", "answer", "chosen_practice_id", "minutes", "local_day", "answered_at")
    select "space_id", "id", "practice_id", "answer", "chosen_practice_id", "minutes", "local_day", "answered_at" from jsonb_populate_record(null::"plan_answer", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/pauses/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "pause" ("space_id", "id", "from_day", "until_day", "note", "set_at")
    select "space_id", "id", "from_day", "until_day", "note", "set_at" from jsonb_populate_record(null::"pause", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/pauses/{id}/end
begin;
select set_config('bottega.space_id', $1, true);
    insert into "pause_end" ("space_id", "pause_id", "last_day", "ended_at")
    select "space_id", "pause_id", "last_day", "ended_at" from jsonb_populate_record(null::"pause_end", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/support-slots/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "support_slot" ("space_id", "id", "practice_id", "slot", "status", "text", "set_at")
    select "space_id", "id", "practice_id", "slot", "status", "text", "set_at" from jsonb_populate_record(null::"support_slot", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/support-checks/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "support_check" ("space_id", "id", "session_id", "in_place", "missing", "checked_at")
    select "space_id", "id", "session_id", "in_place", "missing", "checked_at" from jsonb_populate_record(null::"support_check", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/if-then-plans/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "if_then_plan" ("space_id", "id", "practice_id", "replaces_id", "cue", "action", "is_dropped", "set_at")
    select "space_id", "id", "practice_id", "replaces_id", "cue", "action", "is_dropped", "set_at" from jsonb_populate_record(null::"if_then_plan", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/if-then-uses/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "if_then_use" ("space_id", "id", "plan_id", "session_id", "is_done", "noted_at")
    select "space_id", "id", "plan_id", "session_id", "is_done", "noted_at" from jsonb_populate_record(null::"if_then_use", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/at-hand/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "at_hand" ("space_id", "id", "practice_id", "replaces_id", "label", "address", "media_sha256", "form", "text", "is_dropped", "set_at")
    select "space_id", "id", "practice_id", "replaces_id", "label", "address", "media_sha256", "form", "text", "is_dropped", "set_at" from jsonb_populate_record(null::"at_hand", $1::jsonb)
    on conflict do nothing;
commit;
begin;
select set_config('bottega.space_id', $1, true);
    select before.media_sha256 from at_hand h
    join at_hand before on (before.space_id, before.practice_id, before.id)
                         = (h.space_id, h.practice_id, h.replaces_id)
    where h.space_id = $1 and h.id = $2 and before.media_sha256 is not null;
commit;

-- PUT /api/evidence/{id}
begin;
select set_config('bottega.space_id', $1, true);
select pg_advisory_xact_lock(hashtextextended($1, 0));
    insert into "evidence" ("space_id", "id", "practice_id", "attempt_id", "session_id", "kind", "name", "content_type", "bytes", "sha256", "duration_seconds", "made_at")
    select "space_id", "id", "practice_id", "attempt_id", "session_id", "kind", "name", "content_type", "bytes", "sha256", "duration_seconds", "made_at" from jsonb_populate_record(null::"evidence", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/evidence/{id}/removal
begin;
select set_config('bottega.space_id', $1, true);
    insert into "evidence_removal" ("space_id", "evidence_id", "removed_at")
    select "space_id", "evidence_id", "removed_at" from jsonb_populate_record(null::"evidence_removal", $1::jsonb)
    on conflict do nothing;
commit;
begin;
select set_config('bottega.space_id', $1, true);
    select sha256 from evidence where space_id = $1 and id = $2;
commit;
begin;
select set_config('bottega.space_id', $1, true);
    select pg_try_advisory_xact_lock(1651471476, 1835361385) as may;
select pg_advisory_xact_lock(hashtextextended($1, 0));
    select sha256, content_type, bytes from media
    where space_id = $1 and sha256 = $2;
commit;

-- PUT /api/showings/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "showing" ("space_id", "id", "practice_id", "session_id", "held_day", "audience", "occasion", "quote", "quoted_from", "told_at")
    select "space_id", "id", "practice_id", "session_id", "held_day", "audience", "occasion", "quote", "quoted_from", "told_at" from jsonb_populate_record(null::"showing", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/showings/{id}/removal
begin;
select set_config('bottega.space_id', $1, true);
    insert into "showing_removal" ("space_id", "showing_id", "removed_at")
    select "space_id", "showing_id", "removed_at" from jsonb_populate_record(null::"showing_removal", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/experiments/{id}
begin;
select set_config('bottega.space_id', $1, true);
    select kind, unit, direction, target_low, target_high from payoff
    where space_id = $1 and practice_id = $2 and id = $3;
    insert into "experiment" ("space_id", "id", "practice_id", "payoff_id", "question", "variable", "levels", "unit", "draw", "washout", "smallest", "reference", "predicted_level", "confidence", "seed", "commitment", "started_at")
    select "space_id", "id", "practice_id", "payoff_id", "question", "variable", "levels", "unit", "draw", "washout", "smallest", "reference", "predicted_level", "confidence", "seed", "commitment", "started_at" from jsonb_populate_record(null::"experiment", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/experiment-draws/{id}
begin;
select set_config('bottega.space_id', $1, true);
    select levels, unit, draw from experiment where space_id = $1 and id = $2;
    insert into "experiment_draw" ("space_id", "id", "experiment_id", "place", "level", "probabilities", "session_id", "attempt_id", "is_kept", "drawn_at")
    select "space_id", "id", "experiment_id", "place", "level", "probabilities", "session_id", "attempt_id", "is_kept", "drawn_at" from jsonb_populate_record(null::"experiment_draw", $1::jsonb)
    on conflict do nothing;
select "practice_id" from "experiment" where "space_id" = $1 and "id" = $2;
commit;

-- PUT /api/experiments/{id}/end
begin;
select set_config('bottega.space_id', $1, true);
    insert into "experiment_end" ("space_id", "experiment_id", "outcome", "adopted_level", "note", "ended_at")
    select "space_id", "experiment_id", "outcome", "adopted_level", "note", "ended_at" from jsonb_populate_record(null::"experiment_end", $1::jsonb)
    on conflict do nothing;
select "practice_id" from "experiment" where "space_id" = $1 and "id" = $2;
commit;

-- PUT /api/pairings/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "pairing" ("space_id", "id", "practice_id", "timing", "a", "b", "cost_limit", "leads", "set_at")
    select "space_id", "id", "practice_id", "timing", "a", "b", "cost_limit", "leads", "set_at" from jsonb_populate_record(null::"pairing", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/twist-draws/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "twist_draw" ("space_id", "id", "practice_id", "session_id", "attempt_id", "place", "round", "card", "offered", "drawn_at")
    select "space_id", "id", "practice_id", "session_id", "attempt_id", "place", "round", "card", "offered", "drawn_at" from jsonb_populate_record(null::"twist_draw", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/self-ratings/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "self_rating" ("space_id", "id", "practice_id", "session_id", "before_attempt_id", "after_attempt_id", "sure", "absorbed", "hard", "rated_at")
    select "space_id", "id", "practice_id", "session_id", "before_attempt_id", "after_attempt_id", "sure", "absorbed", "hard", "rated_at" from jsonb_populate_record(null::"self_rating", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/twist-cards/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "twist_card" ("space_id", "id", "practice_id", "name", "instruction", "is_aside", "set_at")
    select "space_id", "id", "practice_id", "name", "instruction", "is_aside", "set_at" from jsonb_populate_record(null::"twist_card", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/difficulties/{id}
begin;
select set_config('bottega.space_id', $1, true);
    insert into "difficulty" ("space_id", "id", "practice_id", "variable", "levels", "start_level", "target", "is_locked", "is_followed", "set_at")
    select "space_id", "id", "practice_id", "variable", "levels", "start_level", "target", "is_locked", "is_followed", "set_at" from jsonb_populate_record(null::"difficulty", $1::jsonb)
    on conflict do nothing;
commit;

-- PUT /api/micromasteries/{id}/versions/1
begin;
select set_config('bottega.space_id', $1, true);
select pg_advisory_xact_lock(hashtextextended($1, 0));
    select v.design as kept, v.design - 'slug' = $1::jsonb - 'slug' as same,
           exists (select from micromastery where space_id = $2 and id = $3) as house,
           exists (select from micromastery
                   where space_id = $4 and slug = $5 and id <> $6) as taken
    from (select) one
    left join micromastery_version v
      on v.space_id = $7 and v.micromastery_id = $8 and v.version = $9;
insert into "micromastery_version" ("space_id", "micromastery_id", "version", "design") values ($1, $2, $3, $4);
    insert into micromastery (space_id, id, slug, version, title, search, spelling)
    values ($1, $2, $3, $4, $5, setweight(to_tsvector('english', unaccent($6)), 'A') || setweight(to_tsvector('english', unaccent($7)), 'B') || setweight(to_tsvector('english', unaccent($8)), 'C') || setweight(to_tsvector('english', unaccent($9)), 'D'), setweight(to_tsvector('simple', unaccent($10)), 'A') || setweight(to_tsvector('simple', unaccent($11)), 'B') || setweight(to_tsvector('simple', unaccent($12)), 'C') || setweight(to_tsvector('simple', unaccent($13)), 'D'))
    on conflict (space_id, id) do update
    set version = excluded.version, title = excluded.title, search = excluded.search,
        spelling = excluded.spelling, slug = excluded.slug, updated_at = now()
    where micromastery.version <= excluded.version;
delete from "library_word" where "space_id" = $1;
    insert into library_word (space_id, word, micromasteries)
    select $1, word, ndoc from ts_stat($2) where length(word) between 2 and 60;
    select id from followed_practice
    where space_id = $1 and micromastery_id = $2 and micromastery_space_id = $3
    order by started_at desc limit 200;
commit;

-- GET /api/bench
begin;
select set_config('bottega.space_id', $1, true);
    select p.id, p.micromastery_id, v.design, p.started_at, coalesce(nr.text, n.text) as need_text, to_jsonb(f) as payoff,
           coalesce(a.attempts, 0) - coalesce(a.retracted, 0) as attempts, coalesce(a.retracted, 0) as retracted, a.last_attempt_at, l.line as last_line,
           p.micromastery_version, m.version as newest_version, p.micromastery_space_id = p.space_id as is_own,
           case when coalesce(nr.state, 'open') = 'open' then coalesce(nr.wanted_within, n.wanted_within) end as need_within,
           n.raised_at as need_raised_at, w.sittings_a_week, w.cue, w.trick_order, w.wanted_by, w.varied_share, st.start_takes
    from followed_practice p
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version)
      = (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
    join micromastery m on (m.space_id, m.id) = (p.micromastery_space_id, p.micromastery_id)
    left join need n on (n.space_id, n.id) = (p.space_id, p.need_id)
    left join lateral (
      select * from need_revision r where r.space_id = n.space_id and r.need_id = n.id
      order by least(r.revised_at, r.recorded_at) desc, r.id desc limit 1) nr on true
    left join lateral (
      select * from wish w where w.space_id = p.space_id and w.practice_id = p.id
      order by least(w.set_at, w.recorded_at) desc, w.id desc limit 1) w on true
    left join lateral (
      select * from payoff f where f.space_id = p.space_id and f.practice_id = p.id
      order by case when part is null then least(set_at, recorded_at) else '-infinity' end desc, f.id desc limit 1) f on true
    left join lateral (
      select count(*) as attempts, count(r.id) as retracted, max(a.started_at) filter (where r.id is null) as last_attempt_at
      from attempt a left join retraction r on (r.space_id, r.attempt_id) = (a.space_id, a.id)
      where a.space_id = p.space_id and a.practice_id = p.id) a on true
    left join lateral (
      select count(*) as start_takes from (
        select from attempt a
        join payoff m on (m.space_id, m.id) = (a.space_id, a.payoff_id) and (m.kind, m.unit) = (f.kind, f.unit)
        join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id) and s.work = 'whole'
        where a.space_id = p.space_id and a.practice_id = p.id and a.value is not null
          and not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))
        limit $1) first) st on true
    left join lateral (
      select e.line from session_end e
      join practice_session s on (s.space_id, s.id) = (e.space_id, e.session_id)
      where s.space_id = p.space_id and s.practice_id = p.id
      order by e.ended_at desc limit 1) l on true
    where p.space_id = $2 and ($3::uuid is null or p.id = $4)
    order by a.last_attempt_at desc nulls last, p.started_at desc, p.id
    limit $5;
    select f.practice_id, t.value, t.started_at, t.session_id, t.local_day
    from unnest($1::uuid[], $2::uuid[]) as f (practice_id, payoff_id)
    join payoff i on (i.space_id, i.id) = ($3, f.payoff_id)
    cross join lateral (
      select a.id, a.value, a.started_at, a.session_id, a.local_day
      from (select * from attempt a where a.space_id = $4 and a.practice_id = f.practice_id
            order by a.started_at desc, a.id desc limit $5) a
      join payoff m on (m.space_id, m.id) = (a.space_id, a.payoff_id) and (m.kind, m.unit) = (i.kind, i.unit)
      join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id) and s.work in ('whole', 'showing')
      where a.value is not null
        and not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))) t
    order by f.practice_id, t.started_at, t.id;
    select f.practice_id, t.started_at as reached_at
    from unnest($1::uuid[], $2::uuid[]) as f (practice_id, payoff_id)
    join payoff i on (i.space_id, i.id) = ($3, f.payoff_id) and num_nonnulls(i.target_low, i.target_high) > 0
    cross join lateral (
      select a.started_at from attempt a
      join payoff m on (m.space_id, m.id) = (a.space_id, a.payoff_id) and (m.kind, m.unit) = (i.kind, i.unit)
      join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id) and s.work <> 'part'
      where a.space_id = $4 and a.practice_id = f.practice_id
        and a.value >= coalesce(i.target_low, a.value) and a.value <= coalesce(i.target_high, a.value)
        and not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))
      order by a.started_at, a.id limit 1) t;
    with timed as materialized (
      select session_id, (array_agg(practice_id) filter (where practice_id is not null))[1] as practice_id,
             max(session_at) as started_at, max(ended_at) as ended_at, count(attempt_at) as attempts,
             least(max(session_at), min(attempt_at) filter (where is_imported)) as begun_at,
             coalesce(max(attempt_end_at), max(session_at)) as last_at
      from (
        select s.id, s.practice_id, s.started_at, null::timestamptz, null::timestamptz, null::timestamptz, false
        from practice_session s
        where s.space_id = $1 and s.started_at >= $2
          and s.started_at <= $3::timestamptz + interval '1 day'
        union all
        select e.session_id, null, null, e.ended_at, null, null, false from session_end e where e.space_id = $4
        union all
        select a.session_id, null, null, null, a.started_at,
               a.started_at + make_interval(secs => coalesce(a.duration_seconds, 0)), a.source = 'import'
        from attempt a
        where a.space_id = $5 and a.started_at >= $6::timestamptz - interval '1 day'
          and a.id <> all (array(select r.attempt_id from retraction r where r.space_id = $7))
      ) as fact (session_id, practice_id, session_at, ended_at, attempt_at, attempt_end_at, is_imported)
      group by session_id having max(session_at) is not null),
    counted as materialized (
      select session_id, practice_id, started_at, attempts, greatest(extract(epoch from
        least(coalesce(ended_at, last_at), last_at + make_interval(mins => $8)) - begun_at) / 60, 0)::float8
          as minutes
      from timed),
    total as (
      select sum(minutes) as all_minutes, count(*) as all_sessions,
             count(distinct floor(greatest(extract(epoch from $9::timestamptz - started_at), 0) / $10))
               as all_weeks
      from counted)
    select drawn.practice_id, drawn.started_at, drawn.minutes, drawn.attempts, total.*
    from (select * from counted order by started_at desc, session_id desc limit $11) drawn cross join total
    order by drawn.started_at, drawn.session_id;
commit;

-- GET /api/agenda
begin;
select set_config('bottega.space_id', $1, true);
    select distinct on (practice_id) id, practice_id, place, placed_at
    from practice_placing where space_id = $1
    order by practice_id, least(placed_at, recorded_at) desc, id desc limit 500;
    select id, practice_id, answer, chosen_practice_id, minutes, local_day, answered_at
    from plan_answer
    where space_id = $1 and answered_at >= $2::timestamptz - make_interval(days => $3)
    order by answered_at desc, id desc limit 200;
    select p.id, p.from_day, p.until_day, p.note, p.set_at, e.last_day
    from pause p left join pause_end e on (e.space_id, e.pause_id) = (p.space_id, p.id)
    where p.space_id = $1
      and coalesce(e.last_day, p.until_day, 'infinity') >= $2::timestamptz::date - $3::integer
    order by p.from_day desc, p.id desc limit 100;
    select distinct on (e.practice_id) e.practice_id, e.variable, e.unit,
           coalesce((select max(d.place) + 1 from experiment_draw d
                     where (d.space_id, d.experiment_id) = (e.space_id, e.id)), 0) as drawn
    from experiment e
    where e.space_id = $1
      and not exists (select from experiment_end n where (n.space_id, n.experiment_id) = (e.space_id, e.id))
    order by e.practice_id, e.started_at desc, e.id desc limit 200;
commit;

-- GET /api/keys


-- GET /api/mine
begin;
select set_config('bottega.space_id', $1, true);
    select (select count(*) from attempt a where a.space_id = $1 and not exists (
              select from retraction r where r.space_id = a.space_id and r.attempt_id = a.id)) as standing,
           (select count(*) from micromastery where space_id = $2) as designs,
           (select count(*) from media where space_id = $3) as files,
           (select coalesce(sum(bytes), 0)::bigint from media where space_id = $4) as bytes;
    with timed as materialized (
      select session_id, (array_agg(practice_id) filter (where practice_id is not null))[1] as practice_id,
             max(session_at) as started_at, max(ended_at) as ended_at, count(attempt_at) as attempts,
             least(max(session_at), min(attempt_at) filter (where is_imported)) as begun_at,
             coalesce(max(attempt_end_at), max(session_at)) as last_at
      from (
        select s.id, s.practice_id, s.started_at, null::timestamptz, null::timestamptz, null::timestamptz, false
        from practice_session s
        where s.space_id = $1 and s.started_at >= $2
          and s.started_at <= $3::timestamptz + interval '1 day'
        union all
        select e.session_id, null, null, e.ended_at, null, null, false from session_end e where e.space_id = $4
        union all
        select a.session_id, null, null, null, a.started_at,
               a.started_at + make_interval(secs => coalesce(a.duration_seconds, 0)), a.source = 'import'
        from attempt a
        where a.space_id = $5 and a.started_at >= $6::timestamptz - interval '1 day'
          and a.id <> all (array(select r.attempt_id from retraction r where r.space_id = $7))
      ) as fact (session_id, practice_id, session_at, ended_at, attempt_at, attempt_end_at, is_imported)
      group by session_id having max(session_at) is not null),
    counted as materialized (
      select session_id, practice_id, started_at, attempts, greatest(extract(epoch from
        least(coalesce(ended_at, last_at), last_at + make_interval(mins => $8)) - begun_at) / 60, 0)::float8
          as minutes
      from timed),
    total as (
      select sum(minutes) as all_minutes, count(*) as all_sessions,
             count(distinct floor(greatest(extract(epoch from $9::timestamptz - started_at), 0) / $10))
               as all_weeks
      from counted)
    select drawn.practice_id, drawn.started_at, drawn.minutes, drawn.attempts, total.*
    from (select * from counted order by started_at desc, session_id desc limit $11) drawn cross join total
    order by drawn.started_at, drawn.session_id;
select $1::text as name, (select count(*) from "need" where space_id = $2) as count union all select $3::text as name, (select count(*) from (
    select jsonb_build_object('id', v.micromastery_id, 'version', v.version,
                              'isOwn', v.space_id = $4, 'design', v.design) as row
    from micromastery_version v
    where v.space_id = $5
       or exists (select from practice p where p.space_id = $6
                  and (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
                    = (v.space_id, v.micromastery_id, v.version))
       or exists (select from following f where f.space_id = $7
                  and (f.micromastery_space_id, f.micromastery_id, f.micromastery_version)
                    = (v.space_id, v.micromastery_id, v.version))
       or (v.space_id = house_space()
           and exists (select from need_match n where n.space_id = $8 and n.micromastery_id = v.micromastery_id)
           and v.version = (select m.version from micromastery m
                            where m.space_id = v.space_id and m.id = v.micromastery_id))
    order by v.micromastery_id, v.version, v.space_id) m) as count union all select $9::text as name, (select count(*) from "need_match" where space_id = $10) as count union all select $11::text as name, (select count(*) from "practice" where space_id = $12) as count union all select $13::text as name, (select count(*) from "payoff" where space_id = $14) as count union all select $15::text as name, (select count(*) from "practice_session" where space_id = $16) as count union all select $17::text as name, (select count(*) from "session_end" where space_id = $18) as count union all select $19::text as name, (select count(*) from "attempt" where space_id = $20) as count union all select $21::text as name, (select count(*) from "retraction" where space_id = $22) as count union all select $23::text as name, (select count(*) from "remark" where space_id = $24) as count union all select $25::text as name, (select count(*) from "need_revision" where space_id = $26) as count union all select $27::text as name, (select count(*) from "following" where space_id = $28) as count union all select $29::text as name, (select count(*) from "wish" where space_id = $30) as count union all select $31::text as name, (select count(*) from "practice_placing" where space_id = $32) as count union all select $33::text as name, (select count(*) from "payoff_choice" where space_id = $34) as count union all select $35::text as name, (select count(*) from "plan_answer" where space_id = $36) as count union all select $37::text as name, (select count(*) from "pause" where space_id = $38) as count union all select $39::text as name, (select count(*) from "pause_end" where space_id = $40) as count union all select $41::text as name, (select count(*) from "setting" where space_id = $42) as count union all select $43::text as name, (select count(*) from "aim" where space_id = $44) as count union all select $45::text as name, (select count(*) from "aim_result" where space_id = $46) as count union all select $47::text as name, (select count(*) from "support_slot" where space_id = $48) as count union all select $49::text as name, (select count(*) from "support_check" where space_id = $50) as count union all select $51::text as name, (select count(*) from "if_then_plan" where space_id = $52) as count union all select $53::text as name, (select count(*) from "if_then_use" where space_id = $54) as count union all select $55::text as name, (select count(*) from "at_hand" where space_id = $56) as count union all select $57::text as name, (select count(*) from "showing" where space_id = $58) as count union all select $59::text as name, (select count(*) from "evidence" where space_id = $60) as count union all select $61::text as name, (select count(*) from "evidence_removal" where space_id = $62) as count union all select $63::text as name, (select count(*) from "showing_removal" where space_id = $64) as count union all select $65::text as name, (select count(*) from "experiment" where space_id = $66) as count union all select $67::text as name, (select count(*) from "experiment_draw" where space_id = $68) as count union all select $69::text as name, (select count(*) from "experiment_end" where space_id = $70) as count union all select $71::text as name, (select count(*) from "pairing" where space_id = $72) as count union all select $73::text as name, (select count(*) from "twist_draw" where space_id = $74) as count union all select $75::text as name, (select count(*) from "self_rating" where space_id = $76) as count union all select $77::text as name, (select count(*) from "twist_card" where space_id = $78) as count union all select $79::text as name, (select count(*) from "difficulty" where space_id = $80) as count;
commit;

-- GET /api/practices/{id}/support
begin;
select set_config('bottega.space_id', $1, true);
    select distinct on (slot) id, slot, status, text, set_at from support_slot
    where space_id = $1 and practice_id = $2
    order by slot, least(set_at, recorded_at) desc, id desc;
    select p.id, p.cue, p.action, p.set_at,
           count(u.id) filter (where u.is_done) as done, count(u.id) as came_up
    from if_then_plan p
    left join if_then_use u on (u.space_id, u.plan_id) = (p.space_id, p.id)
    where p.space_id = $1 and p.practice_id = $2 and not p.is_dropped
      and not exists (select from if_then_plan later
                      where later.space_id = p.space_id and later.practice_id = p.practice_id
                        and later.replaces_id = p.id)
    group by p.space_id, p.id
    order by p.set_at, p.id limit 50;
    select h.id, h.label, h.address, h.media_sha256, h.form, h.text, h.set_at from at_hand h
    where h.space_id = $1 and h.practice_id = $2 and not h.is_dropped
      and not exists (select from at_hand later
                      where later.space_id = h.space_id and later.practice_id = h.practice_id
                        and later.replaces_id = h.id)
    order by h.set_at, h.id limit 50;
    with newest as (
      select distinct on (c.session_id) c.id, c.session_id, c.in_place, c.missing, c.checked_at
      from support_check c
      join practice_session s on (s.space_id, s.id) = (c.space_id, c.session_id)
      where c.space_id = $1 and s.practice_id = $2
      order by c.session_id, least(c.checked_at, c.recorded_at) desc, c.id desc)
    select * from newest order by checked_at desc, id desc limit 500;
commit;

-- GET /api/practices/{id}/evidence
begin;
select set_config('bottega.space_id', $1, true);
    select e.*, m.sha256 is not null as is_here
    from evidence e
    left join media m on (m.space_id, m.sha256) = (e.space_id, e.sha256)
    where e.space_id = $1 and e.practice_id = $2
      and not exists (select from evidence_removal r where (r.space_id, r.evidence_id) = (e.space_id, e.id))
      and ($3 or (e.made_at, e.id) < (
        select made_at, id from evidence where space_id = $4 and id = $5::uuid))
    order by e.made_at desc, e.id desc limit $6;
    select * from showing s where s.space_id = $1 and s.practice_id = $2
      and not exists (select from showing_removal r where (r.space_id, r.showing_id) = (s.space_id, s.id))
      and ($3 or (s.held_day, s.id) < (
        select held_day, id from showing where space_id = $4 and id = $5::uuid))
    order by s.held_day desc, s.id desc limit $6;
commit;

-- GET /api/practices/{id}/experiments
begin;
select set_config('bottega.space_id', $1, true);
    select e.id, e.practice_id, e.payoff_id, e.question, e.variable, e.levels, e.unit as measured, e.draw, e.washout,
           e.smallest, e.reference, e.predicted_level, e.confidence, e.seed, e.commitment, e.started_at,
           m.kind, m.unit, m.direction, m.target_low, m.target_high,
           v.design ->> 'title' as practice_title,
           case when d.experiment_id is null then null else jsonb_build_object('outcome', d.outcome,
             'adoptedLevel', d.adopted_level, 'note', d.note, 'endedAt', d.ended_at) end as "end"
    from experiment e
    join payoff m on (m.space_id, m.id) = (e.space_id, e.payoff_id)
    join followed_practice p on (p.space_id, p.id) = (e.space_id, e.practice_id)
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version)
      = (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
    left join experiment_end d on (d.space_id, d.experiment_id) = (e.space_id, e.id)
    where e.space_id = $1 and e.practice_id = $2
    order by e.started_at desc, e.id desc limit $3;
    select d.experiment_id, d.id, d.place, d.level, d.probabilities, d.session_id, d.attempt_id, d.is_kept,
           d.drawn_at, t.takes
    from unnest($1::uuid[]) as asked (id)
    join experiment e on (e.space_id, e.id) = ($2, asked.id)
    join payoff m on (m.space_id, m.id) = (e.space_id, e.payoff_id)
    cross join lateral (
      select * from experiment_draw d where d.space_id = e.space_id and d.experiment_id = e.id
      order by d.place, d.recorded_at, d.id limit $3) d
    left join lateral (
      select jsonb_agg(jsonb_build_object('value', a.value, 'isTakenBack', a.is_taken_back,
                                          'isComparable', a.is_comparable) order by a.started_at, a.sequence, a.id) as takes
      from (select a.id, a.value, a.started_at, a.sequence,
                   exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id)) as is_taken_back,
                   (f.kind, f.unit, f.direction) = (m.kind, m.unit, m.direction) as is_comparable
            from (select * from attempt a where (a.space_id, a.id) = (e.space_id, d.attempt_id)
                  union all
                  select * from attempt a where d.attempt_id is null
                    and (a.space_id, a.practice_id, a.session_id) = (e.space_id, e.practice_id, d.session_id)) a
            join payoff f on (f.space_id, f.id) = (a.space_id, a.payoff_id)
            where a.practice_id = e.practice_id
            order by a.started_at, a.sequence, a.id limit $4) a) t on true
    order by d.experiment_id, d.place, d.recorded_at, d.id;
commit;

-- GET /api/experiments/{id}
begin;
select set_config('bottega.space_id', $1, true);
    select e.id, e.practice_id, e.payoff_id, e.question, e.variable, e.levels, e.unit as measured, e.draw, e.washout,
           e.smallest, e.reference, e.predicted_level, e.confidence, e.seed, e.commitment, e.started_at,
           m.kind, m.unit, m.direction, m.target_low, m.target_high,
           v.design ->> 'title' as practice_title,
           case when d.experiment_id is null then null else jsonb_build_object('outcome', d.outcome,
             'adoptedLevel', d.adopted_level, 'note', d.note, 'endedAt', d.ended_at) end as "end"
    from experiment e
    join payoff m on (m.space_id, m.id) = (e.space_id, e.payoff_id)
    join followed_practice p on (p.space_id, p.id) = (e.space_id, e.practice_id)
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version)
      = (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
    left join experiment_end d on (d.space_id, d.experiment_id) = (e.space_id, e.id)
    where e.space_id = $1 and e.id = $2
    order by e.started_at desc, e.id desc limit $3;
    select d.experiment_id, d.id, d.place, d.level, d.probabilities, d.session_id, d.attempt_id, d.is_kept,
           d.drawn_at, t.takes
    from unnest($1::uuid[]) as asked (id)
    join experiment e on (e.space_id, e.id) = ($2, asked.id)
    join payoff m on (m.space_id, m.id) = (e.space_id, e.payoff_id)
    cross join lateral (
      select * from experiment_draw d where d.space_id = e.space_id and d.experiment_id = e.id
      order by d.place, d.recorded_at, d.id limit $3) d
    left join lateral (
      select jsonb_agg(jsonb_build_object('value', a.value, 'isTakenBack', a.is_taken_back,
                                          'isComparable', a.is_comparable) order by a.started_at, a.sequence, a.id) as takes
      from (select a.id, a.value, a.started_at, a.sequence,
                   exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id)) as is_taken_back,
                   (f.kind, f.unit, f.direction) = (m.kind, m.unit, m.direction) as is_comparable
            from (select * from attempt a where (a.space_id, a.id) = (e.space_id, d.attempt_id)
                  union all
                  select * from attempt a where d.attempt_id is null
                    and (a.space_id, a.practice_id, a.session_id) = (e.space_id, e.practice_id, d.session_id)) a
            join payoff f on (f.space_id, f.id) = (a.space_id, a.payoff_id)
            where a.practice_id = e.practice_id
            order by a.started_at, a.sequence, a.id limit $4) a) t on true
    order by d.experiment_id, d.place, d.recorded_at, d.id;
commit;

-- GET /api/practices/{id}/twists
begin;
select set_config('bottega.space_id', $1, true);
    select id, session_id, attempt_id, place, round, card, offered, drawn_at from twist_draw
    where space_id = $1 and practice_id = $2
    order by place desc, recorded_at desc, id desc limit $3;
    select distinct on (name) id, name, instruction, is_aside, set_at from twist_card
    where space_id = $1 and practice_id = $2
    order by name, least(set_at, recorded_at) desc, id desc limit $3;
    select id, variable, levels, start_level, target, is_locked, is_followed, set_at from difficulty
    where space_id = $1 and practice_id = $2
    order by least(set_at, recorded_at) desc, id desc limit 1;
commit;

-- GET /api/practices/{id}/self-ratings
begin;
select set_config('bottega.space_id', $1, true);
    select r.id, r.session_id, r.before_attempt_id, r.after_attempt_id, r.sure, r.rated_at,
           a.payoff_id, a.value, a.started_at
    from (select * from self_rating
          where space_id = $1 and practice_id = $2 and sure is not null
          order by rated_at desc, id desc limit $3) r
    left join attempt a on (a.space_id, a.id) = ($4, r.before_attempt_id)
      and not exists (select from retraction t where (t.space_id, t.attempt_id) = (a.space_id, a.id))
    order by r.rated_at, r.id;
    select s.id, s.session_id, s.absorbed, s.hard, s.rated_at, c.conditions
    from (select * from (select distinct on (session_id) * from self_rating
            where space_id = $1 and practice_id = $2 and sure is null
            order by session_id, rated_at desc, id desc) newest
          order by rated_at desc, id desc limit $3) s
    cross join lateral (
      select coalesce(jsonb_object_agg(shared.name, shared.level), '{}') as conditions
      from (select of_take.name, min(of_take.level) as level
            from attempt a
            cross join lateral jsonb_each_text(a.conditions) of_take (name, level)
            where a.space_id = $4 and a.practice_id = $5 and a.session_id = s.session_id
            group by of_take.name
            having count(distinct of_take.level) = 1 and count(*) = (
              select count(*) from attempt every
              where every.space_id = $6 and every.practice_id = $7
                and every.session_id = s.session_id)) shared) c
    order by s.rated_at, s.id;
commit;

-- GET /api/practices/{id}/pair
begin;
select set_config('bottega.space_id', $1, true);
    select id, timing, a, b, cost_limit, leads, set_at from pairing
    where space_id = $1 and practice_id = $2
    order by least(set_at, recorded_at) desc, id desc limit $3;
    select a.id, a.session_id, a.started_at, a.local_day, a.value, a.payoff_id, s.work, s.part
    from attempt a
    join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id) and not s.is_floor
    where a.space_id = $1 and a.practice_id = $2 and a.value is not null
      and not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))
    order by case when a.source = 'runner' then s.started_at else a.started_at end desc, a.session_id desc, a.sequence desc, a.id desc limit $3;
commit;

-- GET /api/notebook
begin;
select set_config('bottega.space_id', $1, true);
    select e.id, e.practice_id, e.payoff_id, e.question, e.variable, e.levels, e.unit as measured, e.draw, e.washout,
           e.smallest, e.reference, e.predicted_level, e.confidence, e.seed, e.commitment, e.started_at,
           m.kind, m.unit, m.direction, m.target_low, m.target_high,
           v.design ->> 'title' as practice_title,
           case when d.experiment_id is null then null else jsonb_build_object('outcome', d.outcome,
             'adoptedLevel', d.adopted_level, 'note', d.note, 'endedAt', d.ended_at) end as "end"
    from experiment e
    join payoff m on (m.space_id, m.id) = (e.space_id, e.payoff_id)
    join followed_practice p on (p.space_id, p.id) = (e.space_id, e.practice_id)
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version)
      = (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
    left join experiment_end d on (d.space_id, d.experiment_id) = (e.space_id, e.id)
    where e.space_id = $1 and true
    order by e.started_at desc, e.id desc limit $2;
    select d.experiment_id, d.id, d.place, d.level, d.probabilities, d.session_id, d.attempt_id, d.is_kept,
           d.drawn_at, t.takes
    from unnest($1::uuid[]) as asked (id)
    join experiment e on (e.space_id, e.id) = ($2, asked.id)
    join payoff m on (m.space_id, m.id) = (e.space_id, e.payoff_id)
    cross join lateral (
      select * from experiment_draw d where d.space_id = e.space_id and d.experiment_id = e.id
      order by d.place, d.recorded_at, d.id limit $3) d
    left join lateral (
      select jsonb_agg(jsonb_build_object('value', a.value, 'isTakenBack', a.is_taken_back,
                                          'isComparable', a.is_comparable) order by a.started_at, a.sequence, a.id) as takes
      from (select a.id, a.value, a.started_at, a.sequence,
                   exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id)) as is_taken_back,
                   (f.kind, f.unit, f.direction) = (m.kind, m.unit, m.direction) as is_comparable
            from (select * from attempt a where (a.space_id, a.id) = (e.space_id, d.attempt_id)
                  union all
                  select * from attempt a where d.attempt_id is null
                    and (a.space_id, a.practice_id, a.session_id) = (e.space_id, e.practice_id, d.session_id)) a
            join payoff f on (f.space_id, f.id) = (a.space_id, a.payoff_id)
            where a.practice_id = e.practice_id
            order by a.started_at, a.sequence, a.id limit $4) a) t on true
    order by d.experiment_id, d.place, d.recorded_at, d.id;
commit;

-- GET /api/practices?name=juggling
begin;
select set_config('bottega.space_id', $1, true);
    with named as (
      select p.id, v.design, case when p.id::text = lower($1) then 6 else case
    when lower(unaccent($2)) in (lower(unaccent(v.design ->> 'title')), replace(v.design ->> 'slug', '-', ' '), v.design ->> 'slug') then 5
    when position(' ' || lower(unaccent($3)) || ' ' in ' ' || regexp_replace(lower(unaccent(v.design ->> 'title')) || ' ' || replace(v.design ->> 'slug', '-', ' '), '[^[:alnum:]]+', ' ', 'g') || ' ') > 0 then 4
    when position(lower(unaccent($4)) in lower(unaccent(v.design ->> 'title')) || ' ' || replace(v.design ->> 'slug', '-', ' ')) > 0 then 3
    when position(lower(unaccent($5)) in lower(unaccent((v.design -> 'fields')::text))) > 0 then 2
    when word_similarity(lower(unaccent($6)), lower(unaccent(v.design ->> 'title')) || ' ' || replace(v.design ->> 'slug', '-', ' ') || ' ' || lower(unaccent((v.design -> 'fields')::text))) >= $7 then 1 end end as fit
      from followed_practice p
      join micromastery_version v on (v.space_id, v.micromastery_id, v.version)
        = (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
      where p.space_id = $8)
    select n.id, n.design, to_jsonb(f) as payoff, o.id as open_session_id, o.attempts as open_session_attempts,
           exists (select from attempt a where a.space_id = $9 and a.practice_id = n.id and a.is_trick_read)
             as is_trick_read
    from named n
    left join lateral (
      select * from payoff f where f.space_id = $10 and f.practice_id = n.id
      order by case when part is null then least(set_at, recorded_at) else '-infinity' end desc, f.id desc limit 1) f on true
    left join lateral (
      select s.id, coalesce(max(a.sequence), 0) as attempts
      from practice_session s left join attempt a on (a.space_id, a.session_id) = (s.space_id, s.id)
      where s.space_id = $11 and s.practice_id = n.id and s.work <> 'play'
        and s.started_at between $12::timestamptz - interval '1 day' and $13
        and not exists (select from session_end e where (e.space_id, e.session_id) = (s.space_id, s.id))
      group by s.id, s.started_at
      having greatest(s.started_at, max(a.started_at))
        between $14::timestamptz - make_interval(mins => $15) and $16
      order by s.started_at desc limit 1) o on true
    where n.fit = (select max(fit) from named)
    order by n.design ->> 'title', n.id limit $17;
commit;

-- GET /api/practices/{id}
begin;
select set_config('bottega.space_id', $1, true);
    select p.id, p.micromastery_id, v.design, p.started_at, coalesce(nr.text, n.text) as need_text, to_jsonb(f) as payoff,
           coalesce(a.attempts, 0) - coalesce(a.retracted, 0) as attempts, coalesce(a.retracted, 0) as retracted, a.last_attempt_at, l.line as last_line,
           p.micromastery_version, m.version as newest_version, p.micromastery_space_id = p.space_id as is_own,
           case when coalesce(nr.state, 'open') = 'open' then coalesce(nr.wanted_within, n.wanted_within) end as need_within,
           n.raised_at as need_raised_at, w.sittings_a_week, w.cue, w.trick_order, w.wanted_by, w.varied_share, st.start_takes
    from followed_practice p
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version)
      = (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
    join micromastery m on (m.space_id, m.id) = (p.micromastery_space_id, p.micromastery_id)
    left join need n on (n.space_id, n.id) = (p.space_id, p.need_id)
    left join lateral (
      select * from need_revision r where r.space_id = n.space_id and r.need_id = n.id
      order by least(r.revised_at, r.recorded_at) desc, r.id desc limit 1) nr on true
    left join lateral (
      select * from wish w where w.space_id = p.space_id and w.practice_id = p.id
      order by least(w.set_at, w.recorded_at) desc, w.id desc limit 1) w on true
    left join lateral (
      select * from payoff f where f.space_id = p.space_id and f.practice_id = p.id
      order by case when part is null then least(set_at, recorded_at) else '-infinity' end desc, f.id desc limit 1) f on true
    left join lateral (
      select count(*) as attempts, count(r.id) as retracted, max(a.started_at) filter (where r.id is null) as last_attempt_at
      from attempt a left join retraction r on (r.space_id, r.attempt_id) = (a.space_id, a.id)
      where a.space_id = p.space_id and a.practice_id = p.id) a on true
    left join lateral (
      select count(*) as start_takes from (
        select from attempt a
        join payoff m on (m.space_id, m.id) = (a.space_id, a.payoff_id) and (m.kind, m.unit) = (f.kind, f.unit)
        join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id) and s.work = 'whole'
        where a.space_id = p.space_id and a.practice_id = p.id and a.value is not null
          and not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))
        limit $1) first) st on true
    left join lateral (
      select e.line from session_end e
      join practice_session s on (s.space_id, s.id) = (e.space_id, e.session_id)
      where s.space_id = p.space_id and s.practice_id = p.id
      order by e.ended_at desc limit 1) l on true
    where p.space_id = $2 and ($3::uuid is null or p.id = $4)
    order by a.last_attempt_at desc nulls last, p.started_at desc, p.id
    limit $5;
select * from "payoff" where "space_id" = $1 and "practice_id" = $2 order by case when part is null then least(set_at, recorded_at) else '-infinity' end desc, "id" desc limit $3;
    select a.id, a.session_id, a.text, a.set_at, r.outcome, r.note
    from aim a
    join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id)
    left join aim_result r on (r.space_id, r.aim_id) = (a.space_id, a.id)
    where a.space_id = $1 and s.practice_id = $2
    order by s.started_at desc, least(a.set_at, a.recorded_at) desc, a.id desc limit 1;
    select * from payoff_choice where space_id = $1 and practice_id = $2
    order by least(chosen_at, recorded_at) desc, id desc limit 1;
    select count(*) filter (where status <> 'missing') as ready
    from (select distinct on (slot) status from support_slot
          where space_id = $1 and practice_id = $2
          order by slot, least(set_at, recorded_at) desc, id desc) newest;
    select count(*)::int as sittings, count(*) filter (where is_varied)::int as varied
    from (
      select t.session_id, bool_or(t.work = 'play' or (t.before is not null and t.before <> t.conditions)) as is_varied
      from (
        select a.session_id, c.conditions, a.started_at, s.work,
               lag(c.conditions) over (order by a.started_at, a.id) as before
        from (select * from attempt
              where space_id = $1 and practice_id = $2
              order by started_at desc, id desc limit $3) a
        -- With or without a help at hand is the same doing.
        cross join lateral (select a.conditions - $4::text as conditions) c
        join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id)
        where not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))) t
      group by t.session_id
      order by max(t.started_at) desc limit $5) s;
commit;

-- GET /api/practices/{id}/picture
begin;
select set_config('bottega.space_id', $1, true);
    select concat_ws('/',
      (select count(*) from attempt where space_id = $1 and practice_id = $2),
      (select count(*) from retraction r join attempt a on (a.space_id, a.id) = (r.space_id, r.attempt_id)
       where r.space_id = $3 and a.practice_id = $4),
      (select count(*) from payoff where space_id = $5 and practice_id = $6)) as mark;
    select p.started_at, coalesce(jsonb_typeof(v.design -> 'entryTrick') = 'object', false) as has_trick
    from practice p
    join micromastery_version v on (v.space_id, v.micromastery_id, v.version)
      = (p.micromastery_space_id, p.micromastery_id, p.micromastery_version)
    where p.space_id = $1 and p.id = $2;
select * from "payoff" where "space_id" = $1 and "practice_id" = $2 order by case when part is null then least(set_at, recorded_at) else '-infinity' end desc, "id" desc limit $3;
    select id, work, part from practice_session
    where space_id = $1 and practice_id = $2 and work <> 'whole'
    order by started_at, id;
select "a"."started_at" as "at", "a"."session_id" as "sessionId", "a"."id", "a"."local_day" as "day", "a"."conditions", "a"."is_trick_read" as "isTrickRead", "a"."source", "a"."payoff_id" as "payoffId", case when ("p"."kind" = $1 and "p"."unit" = $2 and "p"."part" is not distinct from $3) then "a"."value" end as "value" from "attempt" as "a" inner join "practice_session" as "s" on "s"."space_id" = "a"."space_id" and "s"."id" = "a"."session_id" inner join "payoff" as "p" on "p"."space_id" = "a"."space_id" and "p"."id" = "a"."payoff_id" left join "retraction" as "r" on "r"."space_id" = "a"."space_id" and "r"."attempt_id" = "a"."id" where "a"."space_id" = $4 and "a"."practice_id" = $5 and "r"."id" is null order by case when a.source = 'runner' then s.started_at else a.started_at end, "a"."session_id", "a"."sequence", "a"."id";
    select a.id, a.started_at, a.duration_seconds, a.value, f.target_low, f.target_high, a.source
    from attempt a
    join payoff f on (f.space_id, f.id) = (a.space_id, a.payoff_id)
    where a.space_id = $1 and a.practice_id = $2 and a.value is not null
      and not exists (select from retraction r where (r.space_id, r.attempt_id) = (a.space_id, a.id))
      and not exists (select from practice_session s
                      where (s.space_id, s.id) = (a.space_id, a.session_id) and s.work in ('part', 'play'))
      and (a.source = 'import' or a.started_at <= $3
        or (coalesce(f.target_low, f.target_high) is not null
          and a.value >= coalesce(f.target_low, a.value) and a.value <= coalesce(f.target_high, a.value)))
    order by a.started_at, a.id limit 1;
commit;

-- GET /api/practices/{id}/history
begin;
select set_config('bottega.space_id', $1, true);
    select concat_ws('/',
      (select count(*) from attempt where space_id = $1 and practice_id = $2),
      (select count(*) from retraction r join attempt a on (a.space_id, a.id) = (r.space_id, r.attempt_id)
       where r.space_id = $3 and a.practice_id = $4),
      (select count(*) from payoff where space_id = $5 and practice_id = $6)) as mark;
commit;

-- GET /api/practices/{id}/attempts?limit=10
begin;
select set_config('bottega.space_id', $1, true);
    with page as materialized (
      select a.*, s.is_floor, case when a.source = 'runner' then s.started_at else a.started_at end as place
      from attempt a
      join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id)
      left join retraction r on (r.space_id, r.attempt_id) = (a.space_id, a.id)
      where a.space_id = $1 and a.practice_id = $2 and r.id is null
        and ($3 or (case when a.source = 'runner' then s.started_at else a.started_at end, a.session_id, a.sequence, a.id) < (
          select case when a.source = 'runner' then s.started_at else a.started_at end, a.session_id, a.sequence, a.id
          from attempt a
          join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id)
          where a.space_id = $4 and a.id = $5::uuid))
      order by case when a.source = 'runner' then s.started_at else a.started_at end desc, a.session_id desc, a.sequence desc, a.id desc
      limit $6)
    select a.*, coalesce(m.remarks, '[]') as remarks
    from page a
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'id', k.id, 'attemptId', k.attempt_id, 'replacesId', k.replaces_id, 'feel', k.feel, 'text', k.text,
        'tags', k.tags, 'writtenAt', to_char(k.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        order by k.written_at) as remarks
      from (select * from remark k where k.space_id = a.space_id and k.attempt_id = a.id
            and k.id not in (select later.replaces_id from remark later where later.space_id = a.space_id
                             and later.attempt_id = a.id and later.replaces_id is not null)
            order by k.written_at desc limit 20) k) m on true
    order by a.place desc, a.session_id desc, a.sequence desc, a.id desc;
commit;

-- GET /api/attempts/{id}
begin;
select set_config('bottega.space_id', $1, true);
    with page as materialized (
      select a.*, s.is_floor, case when a.source = 'runner' then s.started_at else a.started_at end as place
      from attempt a
      join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id)
      left join retraction r on (r.space_id, r.attempt_id) = (a.space_id, a.id)
      where a.space_id = $1 and a.id = $2 and ($3 or r.id is null)
        and ($4 or (case when a.source = 'runner' then s.started_at else a.started_at end, a.session_id, a.sequence, a.id) < (
          select case when a.source = 'runner' then s.started_at else a.started_at end, a.session_id, a.sequence, a.id
          from attempt a
          join practice_session s on (s.space_id, s.id) = (a.space_id, a.session_id)
          where a.space_id = $5 and a.id = $6::uuid))
      order by case when a.source = 'runner' then s.started_at else a.started_at end desc, a.session_id desc, a.sequence desc, a.id desc
      limit $7)
    select a.*, coalesce(m.remarks, '[]') as remarks
    from page a
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'id', k.id, 'attemptId', k.attempt_id, 'replacesId', k.replaces_id, 'feel', k.feel, 'text', k.text,
        'tags', k.tags, 'writtenAt', to_char(k.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        order by k.written_at) as remarks
      from (select * from remark k where k.space_id = a.space_id and k.attempt_id = a.id
            and k.id not in (select later.replaces_id from remark later where later.space_id = a.space_id
                             and later.attempt_id = a.id and later.replaces_id is not null)
            order by k.written_at desc limit 20) k) m on true
    order by a.place desc, a.session_id desc, a.sequence desc, a.id desc;
commit;
