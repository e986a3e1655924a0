# The task scheduler of a host that is none: a task is a file of the XML that it was registered with.
Set-StrictMode -Version 3.0

function Get-TaskFile ([string] $TaskPath, [string] $TaskName) {
    [System.IO.Path]::Combine($env:AGENT_ROOT, 'tasks', $TaskPath.Trim('\'), "$TaskName.xml")
}

function Get-ScheduledTask {
    [CmdletBinding()] param ([string] $TaskPath, [string] $TaskName)
    $file = Get-TaskFile $TaskPath $TaskName
    if (-not [System.IO.File]::Exists($file)) {
        $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.InvalidOperationException]::new("No MSFT_ScheduledTask objects found with property 'TaskName' equal to '$TaskName'."), 'CmdletizationQuery_NotFound_TaskName', 'ObjectNotFound', $TaskName))
        return
    }
    $task = ([xml] [System.IO.File]::ReadAllText($file)).Task
    [pscustomobject]@{
        TaskPath  = $TaskPath
        TaskName  = $TaskName
        State     = if ($task.Settings.Enabled -eq 'true') { 'Ready' } else { 'Disabled' }
        Principal = [pscustomobject]@{ UserId = $task.Principals.Principal.UserId }
    }
}

# As Windows does, it refuses what is no XML, and what is there already unless it is told -Force.
function Register-ScheduledTask {
    [CmdletBinding()] param ([Parameter(Mandatory)] [string] $TaskName, [string] $TaskPath = '\', [Parameter(Mandatory)] [string] $Xml, [switch] $Force)
    [void] [xml] $Xml
    $file = Get-TaskFile $TaskPath $TaskName
    if ([System.IO.File]::Exists($file) -and -not $Force) { throw 'Cannot create a file when that file already exists.' }
    [void] [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($file))
    [System.IO.File]::WriteAllText($file, $Xml)
    Get-ScheduledTask -TaskPath $TaskPath -TaskName $TaskName
}

# Asks for confirmation, as the real one does: a caller that cannot answer has to say so.
function Unregister-ScheduledTask {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param ([string] $TaskPath, [string] $TaskName)
    if ($PSCmdlet.ShouldProcess("$TaskPath$TaskName", 'Remove')) { [System.IO.File]::Delete((Get-TaskFile $TaskPath $TaskName)) }
}
