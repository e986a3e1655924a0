using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Innkeeper.Engine;

/// <summary>A non-interactive host: output for the user (such as from -WhatIf) is written out, and a prompt is an error.</summary>
internal sealed class PlainHost(TextWriter output) : PSHost
{
    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;
    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;
    public override Guid InstanceId { get; } = Guid.NewGuid();
    public override string Name => "Innkeeper.Engine";
    public override PSHostUserInterface UI { get; } = new PlainInterface(output);
    public override Version Version { get; } = new(1, 0);

    public override void EnterNestedPrompt() => throw new NotSupportedException("This host is not interactive.");
    public override void ExitNestedPrompt() => throw new NotSupportedException("This host is not interactive.");
    public override void NotifyBeginApplication() { }
    public override void NotifyEndApplication() { }
    public override void SetShouldExit(int exitCode) { }
}

/// <summary>Errors, warnings and others are read from their streams; here they would appear a second time.</summary>
internal sealed class PlainInterface(TextWriter output) : PSHostUserInterface
{
    public override PSHostRawUserInterface? RawUI => null;

    public override void Write(string value) => output.Write(value);
    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => output.Write(value);
    public override void WriteLine(string value) => output.WriteLine(value);
    public override void WriteDebugLine(string message) { }
    public override void WriteErrorLine(string value) { }
    public override void WriteProgress(long sourceId, ProgressRecord record) { }
    public override void WriteVerboseLine(string message) { }
    public override void WriteWarningLine(string message) { }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) => throw Nobody(message);
    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) => throw Nobody(message);
    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) => throw Nobody(message);
    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName, PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) => throw Nobody(message);
    public override string ReadLine() => throw Nobody("a line");
    public override SecureString ReadLineAsSecureString() => throw Nobody("a secret");

    private static HostException Nobody(string question) => new($"This host is not interactive and cannot answer: {question}");
}
