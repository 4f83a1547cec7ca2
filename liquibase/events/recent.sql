--liquibase formatted sql

--changeset maru:admin-recent-events-indexes
create index auth_audit_logs_recent on auth_audit_logs (created_at desc, log_id desc);
create index auth_audit_logs_recent_of on auth_audit_logs (profile_id, created_at desc, log_id desc);
create index auth_audit_logs_failed on auth_audit_logs (created_at desc, log_id desc) where event = 'login_failure';
create index auth_audit_logs_failed_of on auth_audit_logs (profile_id, created_at desc, log_id desc) where event = 'login_failure';
drop index auth_audit_logs_created;
drop index auth_audit_logs_profile;
create index profile_invoices_recent on profile_invoices (status_changed_at desc, invoice_id desc);
create index profile_invoices_recent_of on profile_invoices (profile_id, status_changed_at desc, invoice_id desc);
create index profile_invoices_failed on profile_invoices (status_changed_at desc, invoice_id desc) where status = 'failed';
create index profile_invoices_failed_of on profile_invoices (profile_id, status_changed_at desc, invoice_id desc) where status = 'failed';
create index projects_recent on projects (created_at desc, project_id desc);
create index projects_recent_of on projects (owner_profile_id, created_at desc, project_id desc);
drop index projects_created;

--changeset maru:admin-recent-events
create view admin_recent_events as
select created_at as occurred_at, 'sign_in'::text as kind, event as title, profile_id as actor_profile_id, log_id as subject_id,
  jsonb_build_object('event', event) as detail, event = 'login_failure' as failed
from auth_audit_logs
union all
select status_changed_at, 'payment'::text, invoice_number, profile_id, invoice_id,
  jsonb_build_object('event', status, 'amount', amount, 'currency', currency_code, 'summary', summary), status = 'failed'
from profile_invoices
union all
select created_at, 'project'::text, title, owner_profile_id, project_id, jsonb_build_object('event', 'created', 'status', status), false
from projects;
comment on view admin_recent_events is 'a page ordered by (occurred_at, subject_id) descending reads no more than a page from each arm: each has an index in that order, also for one person and for what failed';
