# A simulated task scheduler: a task is a file with the XML with which it was registered.
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

# Like Windows, it refuses invalid XML, and an existing task unless -Force is specified.
function Register-ScheduledTask {
    [CmdletBinding()] param ([Parameter(Mandatory)] [string] $TaskName, [string] $TaskPath = '\', [Parameter(Mandatory)] [string] $Xml, [switch] $Force)
    [void] [xml] $Xml
    $file = Get-TaskFile $TaskPath $TaskName
    if ([System.IO.File]::Exists($file) -and -not $Force) { throw 'Cannot create a file when that file already exists.' }
    [void] [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($file))
    [System.IO.File]::WriteAllText($file, $Xml)
    Get-ScheduledTask -TaskPath $TaskPath -TaskName $TaskName
}

# Asks for confirmation, like the real one: a non-interactive caller must suppress it.
function Unregister-ScheduledTask {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param ([string] $TaskPath, [string] $TaskName)
    if ($PSCmdlet.ShouldProcess("$TaskPath$TaskName", 'Remove')) { [System.IO.File]::Delete((Get-TaskFile $TaskPath $TaskName)) }
}
