import { Code } from "@/components/ui/code.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Outline } from "./outline.tsx";
import { Prose } from "./prose.tsx";
import type { ApiBody, ApiOperation, ApiResponse } from "./prepare-api.ts";

/** One operation: its parameters and body, and every response; errors, which are much the same everywhere, are folded. */
export function ApiOperationPanel({ operation }: { operation: ApiOperation }) {
  const { method, path, summary, description, parameters, body, answers, errors, curl } = operation;
  return (
    <section
      id={operation.id}
      aria-labelledby={`${operation.id}-head`}
      className="scroll-mt-3 border border-line bg-panel"
    >
      <header className="border-b border-line px-3 py-2">
        <h2 id={`${operation.id}-head`} className="font-semibold">
          {summary}
        </h2>
        <code className="wrap-anywhere">
          <b className="font-medium text-accent">{method}</b> {path}
        </code>
        {description === null ? null : (
          <p className="mt-1 max-w-[78ch] text-ink-2">
            <Prose text={description} />
          </p>
        )}
      </header>
      {parameters.length === 0 ? null : (
        <div className="overflow-x-auto border-b border-line">
          <table className="table-plain">
            <caption className="sr-only">Parameters of {summary}</caption>
            <thead>
              <tr>
                <th scope="col">Parameter</th>
                <th scope="col" className="max-tablet:hidden">
                  In
                </th>
                <th scope="col" className="max-tablet:hidden">
                  Type
                </th>
                <th scope="col">Description</th>
              </tr>
            </thead>
            <tbody>
              {parameters.map((parameter) => (
                <tr key={`${parameter.where} ${parameter.name}`}>
                  <th scope="row" className="align-top">
                    <code>{parameter.name}</code>
                    {parameter.isRequired ? <span className="text-note text-ink-3"> required</span> : null}
                  </th>
                  <td className="align-top max-tablet:hidden">{parameter.where}</td>
                  <td className="align-top max-tablet:hidden">
                    <code className="wrap-anywhere">{parameter.type}</code>
                  </td>
                  <td className="align-top text-ink-2">
                    {parameter.description === null ? "–" : <Prose text={parameter.description} />}
                    {/* A phone has no room for the two columns between. */}
                    <small className="block text-note text-ink-3 tablet:hidden">
                      {parameter.where}, <code className="wrap-anywhere">{parameter.type}</code>
                    </small>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {body === null ? null : (
        <details className="border-b border-line">
          <summary className="focus-inside cursor-pointer px-3 py-1.5 hover:bg-hover">
            Body, <code>{body.mediaType}</code>
          </summary>
          <BodyText body={body} />
        </details>
      )}
      {answers.map((response) => (
        <ResponseText key={response.status} response={response} />
      ))}
      {errors.length === 0 ? null : (
        <details className="border-b border-line">
          <summary className="focus-inside cursor-pointer px-3 py-1.5 hover:bg-hover">
            Errors <code>{errors.map(({ status }) => status).join(" ")}</code>
          </summary>
          <div className="border-t border-line pl-3">
            {errors.map((response) => (
              <ResponseText key={response.status} response={response} />
            ))}
          </div>
        </details>
      )}
      <div className="flex items-start gap-2 bg-ground py-1 pr-1.5">
        <div className="min-w-0 flex-1">
          <Code code={curl} shell="bash" label={`${summary}, from a shell`} />
        </div>
        <CopyButton text={curl} />
      </div>
    </section>
  );
}

function ResponseText({ response: { status, description, body } }: { response: ApiResponse }) {
  return (
    <details className="border-b border-line last:border-b-0">
      <summary className="focus-inside cursor-pointer px-3 py-1.5 hover:bg-hover">
        <code className="font-medium">{status}</code>{" "}
        <span className="text-ink-2">
          <Prose text={description} />
        </span>
      </summary>
      {body === null ? (
        <p className="border-t border-line bg-ground px-3 py-2 text-note text-ink-3">No body is described.</p>
      ) : (
        <BodyText body={body} />
      )}
    </details>
  );
}

function BodyText({ body }: { body: ApiBody }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 border-t border-line bg-ground px-3 py-2">
      {body.schema === null ? null : <Outline text={body.schema} label="Schema" />}
      {body.example === null ? null : (
        <>
          <p className="text-note text-ink-3">Example</p>
          <Outline text={body.example} label="Example" />
        </>
      )}
    </div>
  );
}
