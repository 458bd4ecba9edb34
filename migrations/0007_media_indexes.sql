-- Whether anything shows some bytes is asked for each of them, whenever something that showed them goes.
create index evidence_sha256 on evidence (space_id, sha256);
create index at_hand_media on at_hand (space_id, media_sha256) where media_sha256 is not null;
