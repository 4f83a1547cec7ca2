--liquibase formatted sql

--changeset maru:auth-audit-logs-password-changed
alter table auth_audit_logs drop constraint auth_audit_logs_event;
alter table auth_audit_logs add constraint auth_audit_logs_event check (event in
  ('login_success', 'login_failure', 'logout', 'password_reset', 'password_changed', 'magic_link_sent', 'otp_sent', 'otp_verified', 'first_admin_created'))
  not valid;

--changeset maru:auth-audit-logs-password-changed-validated
alter table auth_audit_logs validate constraint auth_audit_logs_event;
