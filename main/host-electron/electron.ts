import { MAX_FRAME_BYTES } from '#main/core/bridge';
