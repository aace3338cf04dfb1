# SPDX-FileCopyrightText: Candour contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every limit and label of the format and of its handling, once (docs/format.md explains each).

Labels carry their version. A change of any value that reaches bytes is a new format version, not an edit.
"""

KIB = 1024
MIB = 1024 * KIB

# Labels: each signature and hash says what it is for, so that none can be passed off as another.
ENTRY_SIGNATURE = b"candour-entry-v1\0"
DIRECTORY_SIGNATURE = b"candour-directory-v1\0"
HEARTBEAT_SIGNATURE = b"candour-heartbeat-v1\0"
RECEIPT_SIGNATURE = b"candour-receipt-v1\0"
PARCEL_SIGNATURE = b"candour-parcel-v1\0"
KEY_ID = b"candour/kid/v1\0"
ENTRY_ID = b"candour/eid/v1\0"
STATEMENT_ID = b"candour/statement/v1\0"
CHAIN_SET = b"candour/chain-set/v1\0"
RECEIPT_NAME = b"candour/ack/v1\0"
RECEIPT_KEY = b"candour/ackkey/v1\0"
REPLY_SALT = b"candour/reply/v1\0"
KEY_PROOF = b"candour-key-proof-v1\0"
INVITATION_MAC = b"candour/invitation/v1\0"
FILE_ID = b"candour/blob/v1\0"
DOCUMENT_ID = b"candour/document/v1\0"
RECOVERY_SLOT = b"candour/recovery-slot/v1\0"
RECOVERY_CHECK = b"candour/recovery-check/v1\0"
RECOVERY_BACKUP = b"candour/recovery-backup/v1\0"
RETURN_SIGNING = b"candour/return-signing/v1\0"

# Frames and envelopes
FRAME_MAGIC = b"CNDRF1\0\0"
BUCKETS = (16 * KIB, 64 * KIB, 256 * KIB)
SLOTS = (8, 16)
BODY_MAX = 256 * KIB
BODY_DEPTH_MAX = 8
INTEGER_MAX = 2**53 - 1
AGE_FIRST_LINE = b"age-encryption.org/v1\n"
HEADER_MAX = 4096
STANZAS_MAX = 24
ENVELOPE_MAX = 26 * MIB
GRANT_STEPS_MAX = 16

# Attachments
FILE_MAGIC = b"CNDRB1\0\0"
FILE_MAX = 25 * MIB
FILES_MAX = 10
FILES_TOGETHER_MAX = 100 * MIB
FILE_CHUNK = MIB

# Parcels
PARCEL_MAGIC = b"CNDRP1\0\0"
PARCEL_PIECES_MAX = 10_000
PARCEL_LETTER_MAX = 4 * MIB

# The exchange and the spool
NAME_LENGTH = 32
RETRY_SECONDS = (0.01, 0.1)
PENDING_SECONDS = 15 * 60
ORPHAN_SECONDS = 60 * 60
SPOOL_KEPT_DAYS = 30
SPOOL_LOOKS = 7
CHECKED_DAYS = 7
INGEST_BATCH = 500

# What a reader is warned of
CLOCK_SKEW_SECONDS = 10 * 60
OLD_REPORT_DAYS = 7
GAP_GRACE_SECONDS = 15 * 60
GAP_NAMED_MAX = 100
HEARTBEAT_HOURS = 24

# The directory
STATEMENT_MAX = 256 * KIB
SIGNATURES_MAX = 16
INVITATION_BYTES = 10
INVITATION_DAYS = 14
PROPOSAL_MAX = 64 * KIB
PROPOSAL_STATEMENTS_MAX = 16
REASON_MAX = 1000

# Documents for everybody
DOCUMENT_MAX = 8 * MIB

# Vaults
ARGON_MEMORY_FLOOR = 64 * MIB
ARGON_MEMORY_TARGET = 256 * MIB
ARGON_MEMORY_CAP = 1024 * MIB
ARGON_PASSES_FLOOR = 3
ARGON_PASSES_CAP = 16
ARGON_SECONDS_AIM = 1.0
PASSPHRASE_LENGTH_MIN = 15
SLOTS_FILE_MAX = 64 * KIB
KEY_SLOTS_MAX = 4
RECOVERY_CODE_BYTES = 16
CACHE_KIB = 65536

# Backups: the last of so many days, weeks and months
BACKUPS_KEPT = (7, 5, 12)
BACKUP_DAYS_MAX = 366
BACKUP_HOURS = 24
BACKUP_PARTS_MAX = 20_000
