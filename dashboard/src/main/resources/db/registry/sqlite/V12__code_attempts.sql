-- Which head unit was in the car when the job's first record arrived: what it refused is a fact of the head unit, not of the car.
alter table job add column head_unit integer references head_unit;

create index job_head_unit on job (head_unit, started_nanos);
