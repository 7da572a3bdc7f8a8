-- What an alarm says since it can be shelved, chatter and be suppressed. Rows from before say nothing of it.
alter table alarm add column count integer not null default 0;
alter table alarm add column phase text;
alter table alarm add column shelved_until_nanos integer;
alter table alarm add column shelved_by text;
alter table alarm add column shelved_why text;

alter table alarm_transition add column count integer not null default 0;
alter table alarm_transition add column phase text;
alter table alarm_transition add column shelved_until_nanos integer;
alter table alarm_transition add column shelved_by text;
alter table alarm_transition add column shelved_why text;
