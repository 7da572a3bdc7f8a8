-- How far the procedure of a job is: steps, verdicts and figures, as the JSON of docs/wire.md.
alter table job add column progress text;
