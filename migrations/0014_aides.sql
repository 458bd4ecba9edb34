-- What lies at hand may be words of one's own: a card, a checklist, a phrase, or a shortcut that was found while practising.
alter table at_hand
  add column form text check (form in ('card', 'checklist', 'phrase', 'shortcut')),
  add column text text,
  drop constraint at_hand_check,
  add constraint at_hand_is_one check (num_nonnulls(address, media_sha256, text) = 1),
  add constraint at_hand_text_has_form check ((form is null) = (text is null));
