import { agentHeader, file, type FileShape } from '@baton/contract';
import { behindTheDoor } from '../../../../api/client.ts';
import { comeInAgain, doorOf } from '../../../../api/door.ts';
import { anotherAgentCame, pageAgent } from '../../../../api/page-agent.ts';
import { isRefusal, Refusal, refusalIn } from '../../../../api/refusal.ts';

/**
 * Uploads a file and tells how much of it has arrived, 0 to 1; again where the session had ended, once
 * its agent has signed in.
 * @throws Refusal `too_large`, `storage_full`, `unreachable`
 */
export async function upload(
  content: File,
  onProgress: (part: number) => void,
): Promise<FileShape> {
  await behindTheDoor();
  try {
    return await uploadOnce(content, onProgress);
  } catch (error) {
    if (isRefusal(error, 'another_agent')) anotherAgentCame();
    if (doorOf(error) && (await comeInAgain())) return upload(content, onProgress);
    throw error;
  }
}

function uploadOnce(content: File, onProgress: (part: number) => void): Promise<FileShape> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    const agent = pageAgent();
    if (agent !== null) request.setRequestHeader(agentHeader, agent);
    request.responseType = 'json';
    request.upload.onprogress = (event) => onProgress(event.loaded / event.total);
    request.onerror = () => reject(new Refusal('unreachable', 0));
    request.onload = () => {
      const stored = file.safeParse(request.response);
      if (request.status < 300 && stored.success) return resolve(stored.data);
      if (request.status < 300) reject(new Refusal('unexpected', request.status));
      else reject(refusalIn(request.status, request.response));
    };
    const form = new FormData();
    form.append('file', content);
    request.send(form);
  });
}
