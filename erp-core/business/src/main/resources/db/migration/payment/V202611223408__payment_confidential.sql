-- Separation of duties asks the whole history, whoever asks.
alter function payment.had_a_hand_in(uuid, uuid, text[]) security definer set search_path = pg_catalog, pg_temp;
