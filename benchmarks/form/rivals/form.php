<?php
// The form service's final post as a PHP program would do it: PDO, one transaction a request. See ../METHOD.md.
declare(strict_types=1);

const FIELDS = ['khieu-nai', 'ho-ten', 'dien-thoai', 'thu', 'dia-chi', 'linh-vuc', 'noi-dung'];
const LONGEST = ['ho-ten' => 100, 'dien-thoai' => 30, 'thu' => 254, 'dia-chi' => 300, 'noi-dung' => 4000];
const SEVERAL_LINES = ['dia-chi', 'noi-dung'];
const SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const JSON = JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_LINE_TERMINATORS | JSON_THROW_ON_ERROR;

function refuse(int $status): never {
    http_response_code($status);
    header('Content-Type: text/plain');
    exit("not taken\n");
}

/** NFC, without characters that are never seen, space trimmed. */
function clean(string $text, bool $several): string {
    if (!mb_check_encoding($text, 'UTF-8') || preg_match('/[\x00-\x08\x0B\x0C\x0E-\x1F\x7F]|[\x{80}-\x{9F}\x{200E}\x{200F}\x{202A}-\x{202E}\x{2066}-\x{206F}]/u', $text)) {
        refuse(422);
    }
    $text = strtr($text, ["\r\n" => "\n", "\r" => "\n", "\t" => ' ', "\u{A0}" => ' ', 'Ð' => 'Đ', 'ð' => 'đ',
        "\u{AD}" => '', "\u{200B}" => '', "\u{200C}" => '', "\u{2060}" => '', "\u{FEFF}" => '']);
    $text = Normalizer::isNormalized($text) ? $text : Normalizer::normalize($text);
    $text = $several ? preg_replace(['/^ +| +$/m', '/\n{3,}/'], ['', "\n\n"], $text) : preg_replace('/[ \n]+/', ' ', $text);
    return trim($text, " \n");
}

function is_good(string $name, string $text): bool {
    return match ($name) {
        'khieu-nai' => $text === 'khong',
        'ho-ten' => preg_match("/^(?=.*\\pL.*\\pL)[\\pL\\pM .'’,()-]+$/u", $text) === 1,
        'dien-thoai' => preg_match('/^0(2\d{9}|[35789]\d{8})$/', str_replace([' ', '.', '-', '(', ')', '/'], '', $text)) === 1,
        'thu' => filter_var($text, FILTER_VALIDATE_EMAIL) !== false,
        'linh-vuc' => in_array($text, ['khcn', 'atbx', 'shtt', 'tdc', 'chua-ro'], true),
        default => true,
    };
}

/** The answers, cleaned and checked, empty ones left out, names sorted. */
function answers(array $posted): array {
    $answers = [];
    foreach (FIELDS as $name) {
        $text = is_string($posted[$name] ?? '') ? clean($posted[$name] ?? '', in_array($name, SEVERAL_LINES, true)) : refuse(422);
        if ($text === '') continue;
        if (mb_strlen($text) > (LONGEST[$name] ?? 100) || !is_good($name, $text)) refuse(422);
        $answers[$name] = $text;
    }
    foreach (['khieu-nai', 'ho-ten', 'linh-vuc', 'noi-dung'] as $name) isset($answers[$name]) || refuse(422);
    isset($answers['dien-thoai']) || isset($answers['thu']) || refuse(422);
    array_diff(array_keys($posted), FIELDS, ['ma-mot-lan']) === [] || refuse(422);
    ksort($answers);
    return $answers;
}

function key_of(string $purpose): string { return file_get_contents("$_SERVER[STATE]/keys/$purpose-1.key"); }
function mark(string $word, string $bytes, string $key): string { return hash_hmac('sha256', "$word\0$bytes", $key, true); }
function spell(string $bytes, int $count): string {
    $text = '';
    for ($place = 0; $place < $count; $place++) $text .= SYMBOLS[ord($bytes[$place]) & 31];
    return $text;
}

/** The 16 bytes that name the submission. */
function verify(string $text, string $content, int $now): string {
    $token = base64_decode(strtr($text, '-_', '+/'), true);
    if ($token === false || strlen($token) !== 90 || $token[0] !== "\x10") refuse(422);
    if (!hash_equals(mark('check-token', substr($token, 0, 58), key_of('token')), substr($token, 58))) refuse(422);
    $issued = unpack('J', substr($token, 18, 8))[1];
    if (substr($token, 26, 32) !== $content || $now < $issued || $now > $issued + 7200) refuse(422);
    return substr($token, 2, 16);
}

/** Fields in one line of bytes: what the event log commits to. */
function canonical(string|int|null ...$fields): string {
    return implode('', array_map(fn($field) => $field === null ? '-' : strlen((string)$field) . ":$field", $fields));
}

function register(): PDO {
    $database = new PDO("sqlite:$_SERVER[STATE]/register.sqlite", options: [
        PDO::ATTR_PERSISTENT => true, PDO::ATTR_TIMEOUT => 10, PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
        PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_NUM]);
    $database->exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;
        PRAGMA trusted_schema = OFF; PRAGMA wal_autocheckpoint = $_SERVER[CHECKPOINT]");
    return $database;
}

/** Runs a statement; digests are bound as bytes, all else as it is. */
function run(PDO $database, string $sql, mixed ...$values): PDOStatement {
    $statement = $database->prepare($sql);
    foreach ($values as $place => $value) {
        [$value, $type] = match (true) {
            $value instanceof Bytes => [$value->bytes, PDO::PARAM_LOB],
            is_int($value) => [$value, PDO::PARAM_INT],
            $value === null => [null, PDO::PARAM_NULL],
            default => [$value, PDO::PARAM_STR],
        };
        $statement->bindValue($place + 1, $value, $type);
    }
    $statement->execute();
    return $statement;
}
final class Bytes { function __construct(readonly string $bytes) {} }

/** Stores the submission, or finds the one the token gave; the reference. */
function store(PDO $database, array $answers, string $random, string $reference, string $hash, int $now): string {
    $digest = $_SERVER['DIGEST'];
    $json = json_encode($answers, JSON);
    $series = 'phan-anh-' . gmdate('Y', $now + 7 * 3600);
    [$token, $content, $salt] = [hash('sha256', $random, true), hash('sha256', $json, true), random_bytes(16)];
    $sender = mark('address', inet_pton($_SERVER['CLIENT_ADDRESS']), key_of('sender'));
    $database->exec('BEGIN IMMEDIATE');
    run($database, 'UPDATE registration SET sender_hash = NULL, sender_expires = NULL WHERE sender_expires <= ?', $now);
    $stored = run($database, 'SELECT reference FROM registration WHERE token_digest = ?', new Bytes($token))->fetchColumn();
    if ($stored !== false) {
        $database->exec('ROLLBACK');
        return $stored;
    }
    if (run($database, 'SELECT 1 FROM form WHERE digest = ?', $digest)->fetchColumn() === false) refuse(503);
    $number = run($database, 'SELECT COALESCE(MAX(number), 0) + 1 FROM registration WHERE series = ?', $series)->fetchColumn();
    $equal = run($database, 'SELECT id FROM registration WHERE series = ? AND content_digest = ? ORDER BY id LIMIT 1',
        $series, new Bytes($content))->fetchColumn();
    run($database, "INSERT INTO registration (series, number, entered_at, reference, token_digest, code_hash, channel, form,
            answers, content_digest, duplicate_of, received_at, is_late, sender_hash, sender_expires, salt)
            VALUES (?, ?, ?, ?, ?, ?, 'portal', ?, ?, ?, ?, ?, 0, ?, ?, ?)",
        $series, $number, $now, $reference, new Bytes($token), new Bytes($hash), $digest, $json, new Bytes($content),
        $equal === false ? null : $equal, $now, new Bytes($sender), $now + 7 * 86400, new Bytes($salt));
    $id = (int)$database->lastInsertId();
    run($database, 'INSERT INTO matter (registration, position, field, text, subject) VALUES (?, 1, ?, ?, ?)',
        $id, 'noi-dung', $answers['noi-dung'], $answers['linh-vuc']);
    $commitment = hash_hmac('sha256', canonical(
        $series, $reference, 'portal', $digest, $json, null, $number, $now, $token, $content, $now, 0), $salt, true);
    [$last, $previous] = run($database, 'SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1')->fetch() ?: [0, str_repeat("\0", 32)];
    $object = sprintf('%s-%04d', $series, $number);
    $event = hash('sha256', canonical(
        $last + 1, $now, 'portal', 'stored', $object, 'registration', $id, $commitment, $previous), true);
    run($database, "INSERT INTO event (seq, at, actor, verb, object, record_kind, record, commitment, previous, hash)
            VALUES (?, ?, 'portal', 'stored', ?, 'registration', ?, ?, ?, ?)",
        $last + 1, $now, $object, $id, new Bytes($commitment), new Bytes($previous), new Bytes($event));
    $database->exec('COMMIT');
    return $reference;
}

function words(int $now): string {
    $days = ["Chủ\u{A0}nhật", "thứ\u{A0}Hai", "thứ\u{A0}Ba", "thứ\u{A0}Tư", "thứ\u{A0}Năm", "thứ\u{A0}Sáu", "thứ\u{A0}Bảy"];
    $there = $now + 7 * 3600;
    $day = gmdate('w', $there);
    return gmdate('G', $there) . "\u{A0}giờ\u{A0}" . gmdate('i', $there) . ", $days[$day]"
        . ($day === '0' ? ' ' : " ngày\u{A0}") . gmdate('d/m/Y', $there);
}

$_SERVER['REQUEST_METHOD'] === 'POST' || refuse(405);
($_SERVER['HTTP_SEC_FETCH_SITE'] ?? 'same-origin') === 'same-origin' || refuse(403);
($_SERVER['HTTP_ORIGIN'] ?? "http://$_SERVER[HTTP_HOST]") === "http://$_SERVER[HTTP_HOST]" || refuse(403);
$now = time() + (int)$_SERVER['CLOCK'];
$answers = answers($_POST);
$content = hash('sha256', "$_SERVER[DIGEST]\n" . json_encode($answers, JSON), true);
$random = verify($_POST['ma-mot-lan'] ?? '', $content, $now);
$key = key_of('code');
$code = spell(mark('receipt-code', $random, $key), 10);
$reference = spell(random_bytes(8), 8);
$reference = store(register(), $answers, $random, $reference, mark('code', "$reference\0$code", $key), $now);
header('Content-Type: text/html; charset=utf-8');
header('Cache-Control: no-store');
header('X-Robots-Tag: noindex');
echo strtr(file_get_contents($_SERVER['PAGE']), [
    "\x01REFERENCE\x01" => substr($reference, 0, 4) . '-' . substr($reference, 4),
    "\x01CODE\x01" => substr($code, 0, 5) . '-' . substr($code, 5), "\x01TOKEN\x01" => $_POST['ma-mot-lan'],
    "\x01MACHINE\x01" => gmdate('Y-m-d\TH:i:s', $now + 7 * 3600) . '+07:00', "\x01WORDS\x01" => words($now)]);
