import { describe, expect, test } from "vitest";
import { withClient } from "@/lib/platform/database/connection";
import { diffMigrations } from "@/lib/platform/database/migrations";

const migrationUrl = process.env.DATABASE_MIGRATION_URL ?? "";

function names(sql: string): Promise<string[]> {
  return withClient(migrationUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(sql);
    return rows.map((row) => row.name);
  });
}

function refusal(sql: string): Promise<string> {
  return withClient(migrationUrl, (client) =>
    client.query(sql).then(
      () => "accepted",
      (error: { code: string }) => error.code,
    ),
  );
}

describe("what the migrations make", () => {
  test("differs in nothing from the schema", async () => {
    expect(await diffMigrations(migrationUrl)).toBeNull();
  });

  // Prisma's comparison does not see what follows, so it is looked for by name.
  test("has every check", async () => {
    const found = await names(
      `SELECT conname AS name FROM pg_constraint
       WHERE contype = 'c' AND connamespace = 'public'::regnamespace ORDER BY conname COLLATE "C"`,
    );
    expect(found).toMatchInlineSnapshot(`
      [
        "account_invitation_email_check",
        "account_invitation_locale_check",
        "account_invitation_scope_check",
        "agenda_item_minutes_check",
        "agenda_item_source_check",
        "agenda_proposal_decision_check",
        "agenda_proposal_minutes_check",
        "agenda_run_ends_after_it_starts",
        "announcement_lang_check",
        "announcement_reading_acknowledged_check",
        "announcement_title_check",
        "announcement_withdrawn_check",
        "attendance_absence_check",
        "attendance_certificate_number_check",
        "category_table_check",
        "category_thread_count_check",
        "counter_value_check",
        "decision_text_check",
        "deliverable_register_check",
        "deliverable_reminder_days_check",
        "deliverable_request_cut_off_check",
        "deliverable_round_check",
        "document_folder_depth_check",
        "document_folder_kind_check",
        "document_folder_name_check",
        "document_folder_parent_check",
        "document_reading_order_check",
        "document_removal_period_check",
        "document_removed_check",
        "document_space_one_circle_check",
        "document_space_quota_check",
        "document_version_number_check",
        "document_version_size_check",
        "event_actor_check",
        "event_actor_kind_check",
        "extension_request_decided_check",
        "extension_request_reason_check",
        "faq_entry_question_check",
        "faq_entry_uses_check",
        "file_passage_number_check",
        "file_text_found_check",
        "file_text_reason_check",
        "flag_case_decided_check",
        "mail_address_address_check",
        "mail_address_failures_check",
        "mail_attempts_check",
        "mail_content_lang_check",
        "mail_locale_check",
        "mail_replies_to_check",
        "mail_returned_check",
        "measurement_total_check",
        "minutes_round_end_check",
        "minutes_round_number_check",
        "minutes_round_term_check",
        "minutes_verdict_text_check",
        "newsletter_issue_lang_check",
        "newsletter_issue_recipients_check",
        "newsletter_issue_scheduled_check",
        "newsletter_issue_sent_check",
        "newsletter_issue_title_check",
        "newsletter_request_email_check",
        "newsletter_request_lang_check",
        "newsletter_request_period_check",
        "newsletter_subscription_confirmed_check",
        "newsletter_subscription_email_check",
        "newsletter_subscription_lang_check",
        "notification_count_check",
        "notification_open_check",
        "notification_preference_group_check",
        "notification_subject_check",
        "object_signature_position_check",
        "organisation_slug_check",
        "organisation_version_check",
        "outcome_quote_check",
        "person_email_check",
        "person_locale_check",
        "phase_gate_check",
        "poll_option_period_check",
        "post_attachment_size_check",
        "post_draft_place_check",
        "post_flag_text_check",
        "post_mention_one_check",
        "post_number_check",
        "post_revision_number_check",
        "programme_slug_check",
        "programme_version_check",
        "programme_welcome_lang_check",
        "programme_welcome_text_check",
        "prompt_text_check",
        "prompt_uses_check",
        "rate_limit_points_check",
        "read_log_actor_check",
        "read_log_actor_kind_check",
        "representation_parties_check",
        "representation_period_check",
        "request_reviewer_position_check",
        "reuse_declaration_confirmed_check",
        "reuse_declaration_decided_check",
        "reuse_declaration_refusal_check",
        "reuse_declaration_withdrawn_check",
        "reuse_item_adaptation_check",
        "reuse_item_cover_check",
        "reuse_item_named_check",
        "reuse_item_withdrawn_check",
        "reuse_release_number_check",
        "review_comment_page_check",
        "review_comment_text_check",
        "review_place_check",
        "review_step_place_check",
        "role_assignment_period_check",
        "role_assignment_scope_check",
        "rule_set_period_check",
        "rule_set_version_check",
        "scheduled_attachment_size_check",
        "scheduled_post_anchor_check",
        "scheduled_post_decided_check",
        "scheduled_post_place_check",
        "scheduled_post_refusal_check",
        "scheduled_post_text_check",
        "scheduled_post_time_check",
        "scheduled_post_title_check",
        "search_word_titles_check",
        "second_factor_candidate_check",
        "second_factor_confirmed_check",
        "service_model_period_check",
        "session_actual_check",
        "session_doors_check",
        "session_interest_body_check",
        "session_interest_confirmed_check",
        "session_interest_people_check",
        "session_invitee_queue_check",
        "session_invitee_reply_check",
        "session_join_stay_check",
        "session_join_who_check",
        "session_minutes_numbers_check",
        "session_minutes_published_check",
        "session_minutes_term_check",
        "session_numbers_check",
        "session_period_check",
        "session_places_check",
        "session_protocol_check",
        "session_recording_open_check",
        "session_recording_published_check",
        "session_recording_removed_check",
        "session_recording_url_check",
        "session_series_step_check",
        "session_substitute_other_check",
        "sign_in_period_check",
        "silence_reminder_week_check",
        "stored_object_sha256_check",
        "stored_object_size_check",
        "stored_object_threat_check",
        "submission_number_check",
        "submission_protocol_check",
        "table_seat_period_check",
        "task_done_check",
        "thread_agenda_count_check",
        "thread_assignment_end_check",
        "thread_counts_check",
        "thread_link_count_check",
        "thread_link_one_check",
        "thread_read_number_check",
        "thread_read_watch_automatic_check",
        "thread_slow_minutes_check",
        "upload_led_to_check",
        "upload_part_position_check",
        "upload_part_sha256_check",
        "upload_part_size_check",
        "upload_received_check",
        "upload_refusal_check",
        "working_table_lang_check",
        "working_table_position_check",
        "working_table_title_check",
      ]
    `);
  });

  test("has checks that say what the portal counts on", async () => {
    const found = await names(
      `SELECT pg_get_constraintdef(oid) AS name FROM pg_constraint WHERE conname IN
       ('session_period_check', 'deliverable_request_cut_off_check', 'event_actor_check') ORDER BY conname`,
    );
    expect(found).toEqual([
      "CHECK ((cut_off_at >= due_at))",
      "CHECK (((actor_kind = 'person'::text) = (actor_id IS NOT NULL)))",
      "CHECK ((ends_at > starts_at))",
    ]);
  });

  test("keeps the validity of rule sets apart", async () => {
    const found = await names("SELECT conname AS name FROM pg_constraint WHERE contype = 'x'");
    expect(found).toEqual(["rule_set_validity_excl"]);
  });

  test("has the indexes that only SQL can say", async () => {
    const found = await names(
      `SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'public'
       AND (indexdef LIKE '%NULLS NOT DISTINCT%' OR indexdef LIKE '% WHERE %' OR indexdef LIKE '%gin_trgm_ops%')
       ORDER BY indexname COLLATE "C"`,
    );
    expect(found).toEqual([
      "agenda_run_one_at_a_time",
      "announcement_scheduled_idx",
      "date_poll_open_key",
      "document_folder_name_key",
      "document_public_idx",
      "document_space_programme_id_organisation_id_table_id_key",
      "event_history_idx",
      "extension_request_open_key",
      "flag_case_open_key",
      "flag_case_waiting_idx",
      "mail_list_idx",
      "newsletter_issue_sent_idx",
      "newsletter_request_email_programme_id_key",
      "newsletter_subscription_email_programme_id_key",
      "notification_digest_idx",
      "notification_open_key",
      "notification_unread_idx",
      "organisation_name_trgm_idx",
      "person_name_trgm_idx",
      "poll_option_chosen_key",
      "poll_reminder_automatic_key",
      "post_voice_idx",
      "post_warning_open_key",
      "reuse_declaration_shown_key",
      "review_approved_key",
      "review_changes_key",
      "role_assignment_active_key",
      "search_word_plain_idx",
      "session_guest_link_open_key",
      "session_join_guest_open_key",
      "session_join_person_open_key",
      "table_seat_taken_key",
      "thread_assignment_due_idx",
      "thread_assignment_open_key",
      "thread_pinned_idx",
      "thread_read_watching_idx",
      "thread_title_trgm_idx",
      "thread_waiting_idx",
    ]);
  });

  test("fills the search columns by itself", async () => {
    const found = await names(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE column_name = 'search' AND is_generated = 'ALWAYS' AND table_schema = 'public' ORDER BY table_name`,
    );
    expect(found).toEqual([
      "agenda_item",
      "document",
      "faq_entry",
      "file_passage",
      "organisation",
      "outcome",
      "person",
      "post",
      "programme",
      "reuse_item",
      "session",
      "session_minutes",
    ]);
  });

  test("has the extensions", async () => {
    const found = await names("SELECT extname AS name FROM pg_extension ORDER BY extname");
    expect(found).toEqual(["btree_gist", "pg_trgm", "plpgsql", "unaccent"]);
  });

  test("indexes every foreign key", async () => {
    const unindexed = await names(
      `SELECT conrelid::regclass || '.' || conname AS name FROM pg_constraint c
       WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND NOT EXISTS (
         SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indpred IS NULL
         AND (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`,
    );
    expect(unindexed).toEqual([]);
  });
});

describe("the search", () => {
  test("finds Italian words without their accents and endings", async () => {
    const found = await names(
      `SELECT 'found' AS name WHERE to_tsvector('italian', f_unaccent('Qualità delle consegne della città'))
       @@ websearch_to_tsquery('italian', f_unaccent('citta consegna'))`,
    );
    expect(found).toEqual(["found"]);
  });
});

describe("constraints refuse", () => {
  const person =
    "INSERT INTO person (id, given_name, family_name, email) VALUES (gen_random_uuid(), 'A', 'B', ";

  test("an address in capitals", async () => {
    expect(await refusal(`${person} 'A@demo.test')`)).toBe("23514");
  });

  test("a coordinator without a programme", async () => {
    const sql = `WITH p AS (${person} 'scope@demo.test') RETURNING id)
      INSERT INTO role_assignment (id, person_id, role) SELECT gen_random_uuid(), id, 'COORDINATOR' FROM p`;
    expect(await refusal(sql)).toBe("23514");
  });

  test("the same active role twice", async () => {
    const sql = `WITH p AS (${person} 'twice@demo.test') RETURNING id)
      INSERT INTO role_assignment (id, person_id, role)
      SELECT gen_random_uuid(), id, 'ADMINISTRATOR' FROM p, generate_series(1, 2)`;
    expect(await refusal(sql)).toBe("23505");
  });

  test("rule sets that hold on the same day", async () => {
    const row = (version: number, from: string, to: string) =>
      `(gen_random_uuid(), 'test', ${version}, '${from}', ${to}, '{}', 'test')`;
    const insert = "INSERT INTO rule_set (id, kind, version, valid_from, valid_to, content, source) VALUES";
    expect(
      await refusal(`${insert} ${row(1, "2020-01-01", "'2026-01-01'")}, ${row(2, "2026-01-01", "NULL")}`),
    ).toBe("accepted");
    expect(await refusal(`${insert} ${row(3, "2030-01-01", "NULL")}`)).toBe("23P01");
  });
});
