--liquibase formatted sql

--changeset maru:admin-tasks-metric-alerts
alter table admin_tasks drop constraint admin_tasks_reason;
alter table admin_tasks add constraint admin_tasks_reason check (reason in
  ('failed_schedule', 'broken_link', 'metric_above', 'metric_below', 'metric_missing')) not valid;

--changeset maru:admin-tasks-metric-alerts-validated
alter table admin_tasks validate constraint admin_tasks_reason;
comment on column admin_tasks.subject_type is 'the path of a content type, profiles or metrics';
