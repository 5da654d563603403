import type { UploadView } from "@kuultu/domain/intake/import-view";

/** Why a file did not arrive; `status` is that of HTTP, 0 where the server was not reached. */
export class UploadRefused extends Error {
  override readonly name = "UploadRefused";

  constructor(readonly status: number) {
    super(`upload refused: ${status}`);
  }
}

function isUpload(answer: unknown): answer is UploadView {
  return typeof answer === "object" && answer !== null && "id" in answer && "fileName" in answer && "size" in answer;
}

/** Sends the raw bytes of a file; `onProgress` is told the share sent, 0–1. fetch cannot tell that, so it is the older way. */
export function uploadFile(
  organisation: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/intake/files?name=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("x-kuultu-organisation", organisation);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status < 300 && isUpload(answer)) resolve(answer);
      else reject(new UploadRefused(request.status));
    };
    request.onerror = () => reject(new UploadRefused(0));
    request.onabort = () => reject(new UploadRefused(0));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
