PRAGMA application_id = 1346587972;
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE content (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR(50) NOT NULL, 
	code VARCHAR(50) NOT NULL, 
	title VARCHAR(250) NOT NULL, 
	citation VARCHAR(250) NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_to DATE, 
	body TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	CONSTRAINT ck_content_valid_to_not_before_valid_from CHECK (valid_from <= valid_to)
);
CREATE TABLE draft (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	kind VARCHAR(50) NOT NULL, 
	record_id INTEGER, 
	parent_id INTEGER, 
	raw TEXT NOT NULL, 
	at DATETIME NOT NULL
);
CREATE TABLE step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	at DATETIME NOT NULL, 
	who VARCHAR(250) NOT NULL
);
CREATE TABLE unit (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	code VARCHAR(50) NOT NULL, 
	level INTEGER NOT NULL, 
	kind VARCHAR(250) NOT NULL, 
	name VARCHAR(250) NOT NULL, 
	sort_key VARCHAR(250) NOT NULL, 
	parent_id INTEGER, 
	valid_from DATE, 
	valid_to DATE, 
	CONSTRAINT ck_unit_level CHECK (level BETWEEN 1 AND 3), 
	CONSTRAINT ck_unit_valid_to_not_before_valid_from CHECK (valid_from <= valid_to), 
	CONSTRAINT fk_unit_parent_id_unit FOREIGN KEY(parent_id) REFERENCES unit (id)
);
CREATE TABLE unit_list (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	"on" DATE NOT NULL, 
	file_name VARCHAR(250) NOT NULL, 
	rows INTEGER NOT NULL
);
CREATE TABLE change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	step_id INTEGER NOT NULL, 
	table_name VARCHAR(50) NOT NULL, 
	row_id INTEGER NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	CONSTRAINT fk_change_step_id_step FOREIGN KEY(step_id) REFERENCES step (id)
);
CREATE TABLE office (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	unit_id INTEGER NOT NULL, 
	parent_agency VARCHAR(250) NOT NULL, 
	issuing_agency VARCHAR(250) NOT NULL, 
	place VARCHAR(250) NOT NULL, 
	receiving_unit VARCHAR(250) NOT NULL, 
	symbol VARCHAR(250) NOT NULL, 
	authority VARCHAR(250) NOT NULL, 
	signatory_post VARCHAR(250) NOT NULL, 
	signatory_name VARCHAR(250) NOT NULL, 
	preparer_name VARCHAR(250) NOT NULL, 
	cut_off VARCHAR(250) NOT NULL, 
	sample BOOLEAN NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(250) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(250) NOT NULL, 
	CONSTRAINT ck_office_only_one CHECK (id = 1), 
	CONSTRAINT fk_office_unit_id_unit FOREIGN KEY(unit_id) REFERENCES unit (id)
);
CREATE TABLE official (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	name VARCHAR(250) NOT NULL, 
	unit_id INTEGER NOT NULL, 
	post VARCHAR(250), 
	role VARCHAR(50), 
	female BOOLEAN, 
	from_on DATE, 
	to_on DATE, 
	search TEXT DEFAULT '' NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(250) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(250) NOT NULL, 
	CONSTRAINT ck_official_to_on_not_before_from_on CHECK (from_on <= to_on), 
	CONSTRAINT fk_official_unit_id_unit FOREIGN KEY(unit_id) REFERENCES unit (id)
);
CREATE TABLE outreach_activity (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	unit_id INTEGER NOT NULL, 
	held_on DATE NOT NULL, 
	form VARCHAR(50) NOT NULL, 
	audience VARCHAR(50), 
	topic VARCHAR(250), 
	sessions INTEGER, 
	people INTEGER, 
	female INTEGER, 
	leaflets INTEGER, 
	panels INTEGER, 
	news_items INTEGER, 
	broadcasts INTEGER, 
	programme VARCHAR(50), 
	organiser VARCHAR(250), 
	cost INTEGER, 
	note VARCHAR, 
	search TEXT DEFAULT '' NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(250) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(250) NOT NULL, 
	CONSTRAINT ck_outreach_activity_broadcasts_not_negative CHECK (broadcasts >= 0), 
	CONSTRAINT ck_outreach_activity_cost_not_negative CHECK (cost >= 0), 
	CONSTRAINT ck_outreach_activity_female_within_people CHECK (female <= people), 
	CONSTRAINT ck_outreach_activity_female_not_negative CHECK (female >= 0), 
	CONSTRAINT ck_outreach_activity_leaflets_not_negative CHECK (leaflets >= 0), 
	CONSTRAINT ck_outreach_activity_news_items_not_negative CHECK (news_items >= 0), 
	CONSTRAINT ck_outreach_activity_panels_not_negative CHECK (panels >= 0), 
	CONSTRAINT ck_outreach_activity_people_not_negative CHECK (people >= 0), 
	CONSTRAINT ck_outreach_activity_sessions_not_negative CHECK (sessions >= 0), 
	CONSTRAINT fk_outreach_activity_unit_id_unit FOREIGN KEY(unit_id) REFERENCES unit (id)
);
CREATE TABLE return (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	unit_id INTEGER NOT NULL, 
	set_code VARCHAR(50) NOT NULL, 
	set_version VARCHAR(50) NOT NULL, 
	period VARCHAR(50) NOT NULL, 
	first DATE NOT NULL, 
	last DATE NOT NULL, 
	revision INTEGER NOT NULL, 
	figures TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	check_code VARCHAR(50) NOT NULL, 
	file_name VARCHAR(250) NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(250) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(250) NOT NULL, 
	CONSTRAINT fk_return_unit_id_unit FOREIGN KEY(unit_id) REFERENCES unit (id)
);
CREATE TABLE score_sheet (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	unit_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	rule_set_id INTEGER NOT NULL, 
	self_on DATE, 
	self_points INTEGER, 
	self_class VARCHAR(50), 
	appraised_on DATE, 
	appraised_points INTEGER, 
	appraised_class VARCHAR(50), 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(250) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(250) NOT NULL, 
	CONSTRAINT fk_score_sheet_rule_set_id_content FOREIGN KEY(rule_set_id) REFERENCES content (id), 
	CONSTRAINT fk_score_sheet_unit_id_unit FOREIGN KEY(unit_id) REFERENCES unit (id)
);
CREATE TABLE training_session (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	unit_id INTEGER NOT NULL, 
	title VARCHAR(250) NOT NULL, 
	topics VARCHAR, 
	starts_on DATE NOT NULL, 
	ends_on DATE NOT NULL, 
	place VARCHAR(250), 
	organiser VARCHAR(250), 
	target_groups VARCHAR(250), 
	lecturer VARCHAR(250), 
	others_total INTEGER, 
	others_female INTEGER, 
	cost INTEGER, 
	note VARCHAR, 
	search TEXT DEFAULT '' NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(250) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(250) NOT NULL, 
	CONSTRAINT ck_training_session_cost_not_negative CHECK (cost >= 0), 
	CONSTRAINT ck_training_session_others_female_within_others_total CHECK (others_female <= others_total), 
	CONSTRAINT ck_training_session_others_female_not_negative CHECK (others_female >= 0), 
	CONSTRAINT ck_training_session_others_total_not_negative CHECK (others_total >= 0), 
	CONSTRAINT ck_training_session_ends_on_not_before_starts_on CHECK (starts_on <= ends_on), 
	CONSTRAINT fk_training_session_unit_id_unit FOREIGN KEY(unit_id) REFERENCES unit (id)
);
CREATE TABLE attendance (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	session_id INTEGER NOT NULL, 
	official_id INTEGER NOT NULL, 
	CONSTRAINT fk_attendance_official_id_official FOREIGN KEY(official_id) REFERENCES official (id) ON DELETE CASCADE, 
	CONSTRAINT fk_attendance_session_id_training_session FOREIGN KEY(session_id) REFERENCES training_session (id) ON DELETE CASCADE
);
CREATE TABLE plan_section (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	shape VARCHAR(50) NOT NULL, 
	text VARCHAR, 
	search TEXT DEFAULT '' NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(250) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(250) NOT NULL, 
	CONSTRAINT fk_plan_section_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
CREATE TABLE score_mark (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	sheet_id INTEGER NOT NULL, 
	criterion VARCHAR(50) NOT NULL, 
	self_points INTEGER, 
	appraised_points INTEGER, 
	reason VARCHAR, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(250) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(250) NOT NULL, 
	CONSTRAINT fk_score_mark_sheet_id_score_sheet FOREIGN KEY(sheet_id) REFERENCES score_sheet (id) ON DELETE CASCADE
);
CREATE TABLE target (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	operator VARCHAR(50) NOT NULL, 
	value INTEGER, 
	value_to INTEGER, 
	measured_in VARCHAR(250), 
	measure VARCHAR(250), 
	search TEXT DEFAULT '' NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(250) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(250) NOT NULL, every VARCHAR(50), base INTEGER, spread VARCHAR(50), denominator VARCHAR(250), 
	CONSTRAINT fk_target_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
CREATE TABLE task (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	"group" VARCHAR(250), 
	content TEXT NOT NULL, 
	lead VARCHAR(250), 
	joining VARCHAR, 
	starts_on DATE, 
	ends_on DATE, 
	product VARCHAR(250), 
	money_planned INTEGER, 
	money_spent INTEGER, 
	money_source VARCHAR(250), 
	state VARCHAR(50) NOT NULL, 
	done_on DATE, 
	note VARCHAR, 
	search TEXT DEFAULT '' NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(250) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(250) NOT NULL, repeats VARCHAR(50) DEFAULT 'once' NOT NULL, 
	CONSTRAINT ck_task_money_planned_not_negative CHECK (money_planned >= 0), 
	CONSTRAINT ck_task_money_spent_not_negative CHECK (money_spent >= 0), 
	CONSTRAINT ck_task_ends_on_not_before_starts_on CHECK (starts_on <= ends_on), 
	CONSTRAINT fk_task_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
CREATE TABLE plan_amendment (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	plan_id INTEGER NOT NULL, 
	number INTEGER, 
	symbol VARCHAR(250), 
	issued_on DATE, 
	reason VARCHAR, 
	"before" TEXT NOT NULL, 
	"after" TEXT, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(250) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(250) NOT NULL, 
	CONSTRAINT ck_plan_amendment_number_not_negative CHECK (number >= 0), 
	CONSTRAINT fk_plan_amendment_plan_id_plan FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
CREATE TABLE target_share (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	target_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	value INTEGER NOT NULL, 
	CONSTRAINT fk_target_share_target_id_target FOREIGN KEY(target_id) REFERENCES target (id) ON DELETE CASCADE, 
	CONSTRAINT fk_target_share_unit_id_unit FOREIGN KEY(unit_id) REFERENCES unit (id)
);
CREATE TABLE target_value (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	target_id INTEGER NOT NULL, 
	period VARCHAR(50) NOT NULL, 
	value INTEGER NOT NULL, 
	CONSTRAINT fk_target_value_target_id_target FOREIGN KEY(target_id) REFERENCES target (id) ON DELETE CASCADE
);
CREATE TABLE target_year (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	target_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	value INTEGER NOT NULL, 
	CONSTRAINT fk_target_year_target_id_target FOREIGN KEY(target_id) REFERENCES target (id) ON DELETE CASCADE
);
CREATE TABLE "plan" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, 
	unit_id INTEGER NOT NULL, 
	subject VARCHAR NOT NULL, 
	first_year INTEGER NOT NULL, 
	last_year INTEGER NOT NULL, 
	state VARCHAR(50) NOT NULL, 
	number INTEGER, 
	symbol VARCHAR(250), 
	issued_on DATE, 
	grounds VARCHAR, 
	recipients VARCHAR, 
	authority VARCHAR(250), 
	signatory_post VARCHAR(250), 
	signatory_name VARCHAR(250), 
	search TEXT DEFAULT ('') NOT NULL, 
	created_at DATETIME NOT NULL, 
	created_by VARCHAR(250) NOT NULL, 
	changed_at DATETIME NOT NULL, 
	changed_by VARCHAR(250) NOT NULL, 
	kind VARCHAR(50) DEFAULT 'year' NOT NULL, 
	parent_id INTEGER, 
	scheme VARCHAR(50) DEFAULT 'lettered' NOT NULL, 
	CONSTRAINT ck_plan_number_not_negative CHECK (number >= 0), 
	CONSTRAINT fk_plan_unit_id_unit FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT ck_plan_last_year_not_before_first_year CHECK (first_year <= last_year), 
	CONSTRAINT fk_plan_parent_id_plan FOREIGN KEY(parent_id) REFERENCES "plan" (id)
);
INSERT INTO "alembic_version" VALUES ('0002');
INSERT INTO "content" VALUES (1, 'old_choices', 'own_forms', 'Tập huấn cán bộ cơ sở', 'citation thứ nhất', '2025-01-15', '2025-01-15', 'title = "Hình thức tuyên truyền"

[[item]]
code = "talk"
title = "Nói chuyện chuyên đề"
', '0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO "content" VALUES (2, 'old_choices', 'kinds_of_old', 'Danh mục', 'citation “Đ”', '2025-06-30', NULL, '', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
INSERT INTO "content" VALUES (3, 'old_rule_set', 'huyen-2024', 'Bộ tiêu chí 2024', 'citation thứ ba', '2025-12-31', '2025-12-31', 'title = "Bộ tiêu chí"
', 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff');
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES ('plan', 7);
INSERT INTO "sqlite_sequence" VALUES ('content', 7);
INSERT INTO "sqlite_sequence" VALUES ('draft', 7);
INSERT INTO "sqlite_sequence" VALUES ('step', 7);
INSERT INTO "sqlite_sequence" VALUES ('unit', 7);
INSERT INTO "sqlite_sequence" VALUES ('unit_list', 7);
INSERT INTO "sqlite_sequence" VALUES ('change', 7);
INSERT INTO "sqlite_sequence" VALUES ('office', 5);
INSERT INTO "sqlite_sequence" VALUES ('official', 7);
INSERT INTO "sqlite_sequence" VALUES ('outreach_activity', 7);
INSERT INTO "sqlite_sequence" VALUES ('return', 7);
INSERT INTO "sqlite_sequence" VALUES ('score_sheet', 7);
INSERT INTO "sqlite_sequence" VALUES ('training_session', 7);
INSERT INTO "sqlite_sequence" VALUES ('attendance', 7);
INSERT INTO "sqlite_sequence" VALUES ('plan_section', 7);
INSERT INTO "sqlite_sequence" VALUES ('score_mark', 7);
INSERT INTO "sqlite_sequence" VALUES ('target', 7);
INSERT INTO "sqlite_sequence" VALUES ('task', 7);
INSERT INTO "sqlite_sequence" VALUES ('plan_amendment', 7);
INSERT INTO "sqlite_sequence" VALUES ('target_share', 7);
INSERT INTO "sqlite_sequence" VALUES ('target_value', 7);
INSERT INTO "sqlite_sequence" VALUES ('target_year', 7);
INSERT INTO "draft" VALUES (1, 'outreach', 12, 12, '{"held_on":"14/9","people":"một trăm"}', '2025-03-14 08:05:00.000000');
INSERT INTO "draft" VALUES (2, 'trainings', NULL, NULL, '{}', '2025-06-30 16:59:59.000000');
INSERT INTO "draft" VALUES (3, 'plans', 4500250, 4500250, '{"subject":"Kế hoạch “nháp”"}', '2025-09-20 10:42:00.123456');
INSERT INTO "step" VALUES (1, '2025-03-14 08:05:00.000000', 'Lò Thị Hoa');
INSERT INTO "step" VALUES (2, '2025-06-30 16:59:59.000000', 'Nguyễn Văn Đức');
INSERT INTO "step" VALUES (3, '2025-09-20 10:42:00.123456', 'Sổ PCMD');
INSERT INTO "unit" VALUES (1, '99101', 2, 'Huyện', 'Huyện Hòa Lâm', 'sort_key thứ nhất', NULL, '2025-03-01', NULL);
INSERT INTO "unit" VALUES (2, '99102', 3, 'Xã', 'Xã Quế Lâm', 'sort_key “Đ”', 1, NULL, NULL);
INSERT INTO "unit" VALUES (3, '99103', 3, 'Thị trấn', 'Thị trấn Đồi Thông', 'sort_key thứ ba', 2, '2025-03-01', '2025-06-30');
INSERT INTO "unit_list" VALUES (1, '2025-03-01', 'Biểu quý III (bản cuối).xlsx', 12);
INSERT INTO "unit_list" VALUES (2, '2025-07-01', 'don-vi.csv', 0);
INSERT INTO "unit_list" VALUES (3, '2025-07-01', 'Ảnh chụp ngày 1/6.jpg', 4500250);
INSERT INTO "change" VALUES (1, 1, 'plan', 12, NULL, '{"id":1,"subject":"Kế hoạch năm 2025"}');
INSERT INTO "change" VALUES (2, 1, 'task', 0, '{"state":"open","note":"Việc “gấp”"}', '{"state":"done","note":""}');
INSERT INTO "change" VALUES (3, 2, 'outreach_activity', 4500250, '{"id":7,"people":null}', NULL);
INSERT INTO "office" VALUES (1, 1, 'parent_agency thứ nhất', 'Ủy ban nhân dân huyện Hòa Lâm', 'Hòa Lâm', 'receiving_unit thứ nhất', 'KH-UBND', 'TM. ỦY BAN NHÂN DÂN', 'signatory_post thứ nhất', 'signatory_name thứ nhất', 'preparer_name thứ nhất', 'decree-09', 1, '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa');
INSERT INTO "official" VALUES (1, 'Vàng A Pó', 1, 'post thứ nhất', 'role thứ nhất', 0, '2025-01-15', '2025-01-15', 'tap huan phong chay doi thong', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa');
INSERT INTO "official" VALUES (2, 'Lò Thị Hoa', 2, NULL, NULL, NULL, NULL, NULL, '', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức');
INSERT INTO "official" VALUES (3, 'Đặng Ước Mơ', 3, 'post thứ ba', 'role thứ ba', 17, '2025-12-31', '2025-12-31', 'que lam 14/09/2025 o’tong', '2025-12-31 10:42:00.000000', 'Ăng Tở', '2025-12-31 10:42:00.000000', 'Ăng Tở');
INSERT INTO "outreach_activity" VALUES (1, 1, '2025-01-15', 'form thứ nhất', 'worker', 'topic thứ nhất', 12, 120, 0, 12, 12, 12, 12, 'programme thứ nhất', 'organiser thứ nhất', 12, 'Đã gửi 5/8, chờ trả lời', 'tap huan phong chay doi thong', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa');
INSERT INTO "outreach_activity" VALUES (2, 2, '2025-06-30', 'form “Đ”', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức');
INSERT INTO "outreach_activity" VALUES (3, 3, '2025-12-31', 'form thứ ba', 'pupil', 'topic thứ ba', 4500250, 17, 17, 4500250, 4500250, 4500250, 4500250, 'programme thứ ba', 'organiser thứ ba', 4500250, 'Ông Vàng A Pó báo; xem “sổ tay”
Dòng thứ hai', 'que lam 14/09/2025 o’tong', '2025-12-31 10:42:00.000000', 'Ăng Tở', '2025-12-31 10:42:00.000000', 'Ăng Tở');
INSERT INTO "return" VALUES (1, 1, 'set_code thứ nhất', 'set_version thứ nhất', '2025-Q1', '2025-01-15', '2025-01-15', 12, '{"cells":{"C5":12}}', '0000000000000000000000000000000000000000000000000000000000000000', 'check_code thứ nhất', 'Biểu quý III (bản cuối).xlsx', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa');
INSERT INTO "return" VALUES (2, 2, 'set_code “Đ”', 'set_version “Đ”', '2025-9M', '2025-06-30', '2025-06-30', 0, '{}', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', 'check_code “Đ”', 'don-vi.csv', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức');
INSERT INTO "return" VALUES (3, 3, 'set_code thứ ba', 'set_version thứ ba', '2025', '2025-12-31', '2025-12-31', 4500250, '{"cells":{}}', 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff', 'check_code thứ ba', 'Ảnh chụp ngày 1/6.jpg', '2025-12-31 10:42:00.000000', 'Ăng Tở', '2025-12-31 10:42:00.000000', 'Ăng Tở');
INSERT INTO "score_sheet" VALUES (1, 1, 2024, 1, '2025-01-15', 12, 'self_class thứ nhất', '2025-01-15', 12, 'A', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa');
INSERT INTO "score_sheet" VALUES (2, 2, 2025, 2, NULL, NULL, NULL, NULL, NULL, NULL, '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức');
INSERT INTO "score_sheet" VALUES (3, 3, 2026, 3, '2025-12-31', 4500250, 'self_class thứ ba', '2025-12-31', 4500250, 'C', '2025-12-31 10:42:00.000000', 'Ăng Tở', '2025-12-31 10:42:00.000000', 'Ăng Tở');
INSERT INTO "training_session" VALUES (1, 1, 'Tập huấn cán bộ cơ sở', 'topics thứ nhất', '2025-01-15', '2025-01-15', 'Hòa Lâm', 'organiser thứ nhất', 'target_groups thứ nhất', 'lecturer thứ nhất', 12, 12, 12, 'Đã gửi 5/8, chờ trả lời', 'tap huan phong chay doi thong', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa');
INSERT INTO "training_session" VALUES (2, 2, 'Danh mục', NULL, '2025-06-30', '2025-06-30', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức');
INSERT INTO "training_session" VALUES (3, 3, 'Bộ tiêu chí 2024', 'topics thứ ba', '2025-12-31', '2025-12-31', 'Sân UBND xã Đạt Thành', 'organiser thứ ba', 'target_groups thứ ba', 'lecturer thứ ba', 4500250, 4500250, 4500250, 'Ông Vàng A Pó báo; xem “sổ tay”
Dòng thứ hai', 'que lam 14/09/2025 o’tong', '2025-12-31 10:42:00.000000', 'Ăng Tở', '2025-12-31 10:42:00.000000', 'Ăng Tở');
INSERT INTO "attendance" VALUES (1, 1, 1);
INSERT INTO "attendance" VALUES (2, 2, 2);
INSERT INTO "attendance" VALUES (3, 3, 3);
INSERT INTO "plan_section" VALUES (1, 1, 12, 'shape thứ nhất', 'I. MỤC TIÊU', 'tap huan phong chay doi thong', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa');
INSERT INTO "plan_section" VALUES (2, 2, 0, 'shape “Đ”', NULL, '', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức');
INSERT INTO "plan_section" VALUES (3, 3, 4500250, 'shape thứ ba', 'Số tiền: 1.000.000 đ''', 'que lam 14/09/2025 o’tong', '2025-12-31 10:42:00.000000', 'Ăng Tở', '2025-12-31 10:42:00.000000', 'Ăng Tở');
INSERT INTO "score_mark" VALUES (1, 1, 'criterion thứ nhất', 12, 12, 'Số liệu của xã gửi muộn', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa');
INSERT INTO "score_mark" VALUES (2, 2, 'criterion “Đ”', NULL, NULL, NULL, '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức');
INSERT INTO "score_mark" VALUES (3, 3, 'criterion thứ ba', 4500250, 4500250, 'Nhầm cột ''nữ''; sửa theo sổ', '2025-12-31 10:42:00.000000', 'Ăng Tở', '2025-12-31 10:42:00.000000', 'Ăng Tở');
INSERT INTO "target" VALUES (1, 1, 12, 'I. MỤC TIÊU', 'operator thứ nhất', 12, 12, 'measured_in thứ nhất', 'outreach.sessions', 'tap huan phong chay doi thong', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', 'every thứ nhất', 12, 'spread thứ nhất', 'denominator thứ nhất');
INSERT INTO "target" VALUES (2, 2, 0, '- Từ 80% số hộ
- 100% cơ sở; ký cam kết', 'operator “Đ”', NULL, NULL, NULL, NULL, '', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', NULL, NULL, NULL, NULL);
INSERT INTO "target" VALUES (3, 3, 4500250, 'Số tiền: 1.000.000 đ''', 'operator thứ ba', 4500250, 4500250, 'measured_in thứ ba', 'trainings.sessions', 'que lam 14/09/2025 o’tong', '2025-12-31 10:42:00.000000', 'Ăng Tở', '2025-12-31 10:42:00.000000', 'Ăng Tở', 'every thứ ba', 4500250, 'spread thứ ba', 'denominator thứ ba');
INSERT INTO "task" VALUES (1, 1, 12, 'group thứ nhất', 'Tổ chức 02 lớp tập huấn tại cơ sở', 'Công an huyện', 'joining thứ nhất', '2025-01-15', '2025-01-15', 'product thứ nhất', 120000000, 0, 'money_source thứ nhất', 'open', '2025-01-15', 'Đã gửi 5/8, chờ trả lời', 'tap huan phong chay doi thong', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', 'repeats thứ nhất');
INSERT INTO "task" VALUES (2, 2, 0, NULL, 'Rà soát “điểm nóng”
- Xã An Bình', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'done', NULL, NULL, '', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', 'repeats “Đ”');
INSERT INTO "task" VALUES (3, 3, 4500250, 'group thứ ba', 'Cấp 1.500 tờ rơi; 50%', 'Ban Chỉ huy Quân sự', 'joining thứ ba', '2025-12-31', '2025-12-31', 'product thứ ba', 0, 999999999999, 'money_source thứ ba', 'late', '2025-12-31', 'Ông Vàng A Pó báo; xem “sổ tay”
Dòng thứ hai', 'que lam 14/09/2025 o’tong', '2025-12-31 10:42:00.000000', 'Ăng Tở', '2025-12-31 10:42:00.000000', 'Ăng Tở', 'repeats thứ ba');
INSERT INTO "plan_amendment" VALUES (1, 1, 12, 'KH-UBND', '2025-01-15', 'Số liệu của xã gửi muộn', '{"sections":["I. MỤC TIÊU"]}', '{"sections":["I. MỤC TIÊU MỚI"]}', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa');
INSERT INTO "plan_amendment" VALUES (2, 2, NULL, NULL, NULL, NULL, '{}', NULL, '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức');
INSERT INTO "plan_amendment" VALUES (3, 3, 4500250, 'CV-NV', '2025-12-31', 'Nhầm cột ''nữ''; sửa theo sổ', '{}', '{}', '2025-12-31 10:42:00.000000', 'Ăng Tở', '2025-12-31 10:42:00.000000', 'Ăng Tở');
INSERT INTO "target_share" VALUES (1, 1, 1, 12);
INSERT INTO "target_share" VALUES (2, 2, 2, 0);
INSERT INTO "target_share" VALUES (3, 3, 3, 4500250);
INSERT INTO "target_value" VALUES (1, 1, '2025-Q1', 12);
INSERT INTO "target_value" VALUES (2, 2, '2025-9M', 0);
INSERT INTO "target_value" VALUES (3, 3, '2025', 4500250);
INSERT INTO "target_year" VALUES (1, 1, 2024, 12);
INSERT INTO "target_year" VALUES (2, 2, 2025, 0);
INSERT INTO "target_year" VALUES (3, 3, 2026, 4500250);
INSERT INTO "plan" VALUES (1, 1, 'Kế hoạch năm 2025', 12, 12, 'draft', 12, 'KH-UBND', '2025-01-15', 'grounds thứ nhất', 'recipients thứ nhất', 'TM. ỦY BAN NHÂN DÂN', 'signatory_post thứ nhất', 'signatory_name thứ nhất', 'tap huan phong chay doi thong', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', '2025-01-15 07:30:00.000000', 'Lò Thị Hoa', 'Huyện', NULL, 'scheme thứ nhất');
INSERT INTO "plan" VALUES (2, 2, 'Kế hoạch 2026–2030 của huyện “Hòa Lâm”', 0, 0, 'issued', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', '2025-06-30 23:59:59.999999', 'Nguyễn Văn Đức', 'Xã', 1, 'scheme “Đ”');
INSERT INTO "plan" VALUES (3, 3, 'Kế hoạch	quý', 4500250, 4500250, 'closed', 4500250, 'CV-NV', '2025-12-31', 'grounds thứ ba', 'recipients thứ ba', 'KT. CHỦ TỊCH', 'signatory_post thứ ba', 'signatory_name thứ ba', 'que lam 14/09/2025 o’tong', '2025-12-31 10:42:00.000000', 'Ăng Tở', '2025-12-31 10:42:00.000000', 'Ăng Tở', 'Thị trấn', 2, 'scheme thứ ba');
CREATE UNIQUE INDEX ix_content_kind_code_valid_from ON content (kind, code, valid_from);
CREATE INDEX ix_unit_code ON unit (code);
CREATE INDEX ix_unit_parent_id ON unit (parent_id);
CREATE INDEX ix_change_step_id ON change (step_id);
CREATE INDEX ix_change_table_name_row_id ON change (table_name, row_id);
CREATE INDEX ix_official_unit_id ON official (unit_id);
CREATE INDEX ix_outreach_activity_held_on ON outreach_activity (held_on);
CREATE INDEX ix_outreach_activity_measures ON outreach_activity (unit_id, held_on, form, audience, programme, sessions, people, female, leaflets, panels, news_items, broadcasts, cost);
CREATE UNIQUE INDEX ix_return_unit_id_set_code_period_revision ON return (unit_id, set_code, period, revision);
CREATE INDEX ix_score_sheet_unit_id ON score_sheet (unit_id);
CREATE UNIQUE INDEX ix_score_sheet_year_unit_id ON score_sheet (year, unit_id);
CREATE INDEX ix_training_session_ends_on ON training_session (ends_on);
CREATE INDEX ix_training_session_measures ON training_session (unit_id, ends_on, others_total, others_female, cost);
CREATE INDEX ix_attendance_official_id ON attendance (official_id);
CREATE UNIQUE INDEX ix_attendance_session_id_official_id ON attendance (session_id, official_id);
CREATE INDEX ix_plan_section_plan_id_position ON plan_section (plan_id, position);
CREATE UNIQUE INDEX ix_score_mark_sheet_id_criterion ON score_mark (sheet_id, criterion);
CREATE INDEX ix_target_plan_id_position ON target (plan_id, position);
CREATE INDEX ix_task_plan_id_position ON task (plan_id, position);
CREATE INDEX ix_plan_amendment_plan_id ON plan_amendment (plan_id);
CREATE UNIQUE INDEX ix_target_share_target_id_unit_id ON target_share (target_id, unit_id);
CREATE INDEX ix_target_share_unit_id ON target_share (unit_id);
CREATE UNIQUE INDEX ix_target_value_target_id_period ON target_value (target_id, period);
CREATE UNIQUE INDEX ix_target_year_target_id_year ON target_year (target_id, year);
COMMIT;
