using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Innkeeper.Engine;

/// <summary>
/// ConvertFrom-Json as in Windows PowerShell 5.1: an array is one object, keys that differ only in case fail, the
/// piped lines are one text, and fractions are decimals.
/// </summary>
[Cmdlet(VerbsData.ConvertFrom, "Json")]
[OutputType(typeof(PSObject))]
public sealed partial class ConvertFromJsonCommand : PSCmdlet
{
    private readonly StringBuilder text = new();

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = "";

    protected override void ProcessRecord() => text.AppendLine(InputObject);

    protected override void EndProcessing()
    {
        if (string.IsNullOrWhiteSpace(text.ToString())) return;
        try
        {
            using var document = JsonDocument.Parse(text.ToString());
            WriteObject(Read(document.RootElement), enumerateCollection: false);
        }
        catch (Exception error) when (error is JsonException or ExtendedTypeSystemException)
        {
            ThrowTerminatingError(
                new ErrorRecord(new ArgumentException($"Invalid JSON primitive: {error.Message}", error), "InvalidJson", ErrorCategory.InvalidArgument, null));
        }
    }

    private static object? Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var row = new PSObject();
                foreach (var member in element.EnumerateObject())
                {
                    row.Properties.Add(new PSNoteProperty(member.Name, Read(member.Value)));
                }
                return row;
            case JsonValueKind.Array:
                return element.EnumerateArray().Select(Read).ToArray();
            case JsonValueKind.String:
                return ReadString(element.GetString()!);
            case JsonValueKind.Number:
                if (element.TryGetInt32(out var small)) return small;
                if (element.TryGetInt64(out var large)) return large;
                return element.TryGetDecimal(out var fraction) ? fraction : element.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            default:
                return null;
        }
    }

    private static object ReadString(string text)
    {
        var milliseconds = Date().Match(text);
        return milliseconds.Success
            ? DateTime.UnixEpoch.AddMilliseconds(long.Parse(milliseconds.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            : text;
    }

    [GeneratedRegex(@"^/Date\((-?\d+)\)/$")]
    private static partial Regex Date();
}
